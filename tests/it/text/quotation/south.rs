//! Examples of quotations: Spanish, Italian, Portuguese and Greek.

use super::Table;

pub(super) const SPANISH: Table = Table {
    title: "Spanish",
    examples: &[
        ("« … »", "⟦«El puerto sigue cerrado»⟧, dijo Rosa Espinosa."),
        ("« … »", "Llamó al plan ⟦«un paso de más»⟧ y se fue."),
        ("« … “ … ” … »", "⟦«Me dijo ⟦“nunca más”⟧ y colgó»⟧, contó ella."),
        ("« … “ … ‘ … ’ … ” … »", "⟦«Leí ⟦“dijo ⟦‘basta’⟧ y colgó”⟧ ayer»⟧, contó ella."),
        ("“ … ”", "⟦“El puerto sigue cerrado”⟧, dijo Rosa Espinosa."),
        ("“ … ‘ … ’ … ”", "⟦“Me dijo ⟦‘nunca más’⟧ y colgó”⟧, contó ella."),
        (r#"" … ""#, r#"⟦"El puerto sigue cerrado"⟧, dijo Rosa Espinosa."#),
        (r#"" … ""#, r#"⟦"¿Viene el barco?"⟧, preguntó. ⟦"¡No!"⟧"#),
        ("' … '", "La palabra ⟦'puerto'⟧ está en el cartel."),
        ("« … —dijo— … »", "⟦«El puerto sigue cerrado⟧ —dijo Rosa Espinosa—. ⟦Nadie llamó»⟧."),
        ("—…", "⟦—El puerto sigue cerrado⟧ —dijo Rosa Espinosa."),
        ("—…", "⟦—Sigue cerrado⟧ —dije."),
        ("—…", "⟦—El puerto sigue cerrado⟧ —dijo Rosa Espinosa—. ⟦Nadie llamó.⟧"),
        ("—…", "⟦—El puerto⟧ —dijo ella— ⟦sigue cerrado.⟧"),
        ("—…", "⟦—¿Viene el barco?⟧ —preguntó ella.\n⟦—Mañana.⟧"),
        ("—…", "⟦—El barco sale.⟧ —Rosa se encogió de hombros—. ⟦Quizá.⟧"),
        ("« … » over paragraphs", "⟦«El primer párrafo.\n»El segundo»⟧, dijo ella."),
    ],
};

pub(super) const ITALIAN: Table = Table {
    title: "Italian",
    examples: &[
        ("« … »", "⟦«Il porto resta chiuso»⟧, ha detto Rosa Biancospino."),
        ("« … »", "Ha definito il piano ⟦«un passo di troppo»⟧ ed è uscita."),
        ("« … “ … ” … »", "⟦«Mi ha detto ⟦“mai più”⟧ e ha chiuso»⟧, racconta."),
        ("“ … ”", "⟦“Il porto resta chiuso”⟧, ha detto Rosa Biancospino."),
        ("“ … ‘ … ’ … ”", "⟦“Mi ha detto ⟦‘mai più’⟧ e ha chiuso”⟧, racconta."),
        (r#"" … ""#, r#"⟦"Il porto resta chiuso"⟧, ha detto Rosa Biancospino."#),
        ("' … '", "⟦'Aspetto da un po' una risposta'⟧, disse."),
        ("‘ … ’", "⟦‘Aspetto da un po’ una risposta’⟧, disse."),
        ("„ … ”", "⟦„Il porto resta chiuso”⟧, ha detto Rosa Biancospino."),
        ("« … – dice – … »", "⟦«Il porto resta chiuso⟧ – dice Rosa Biancospino – ⟦e nessuno ha chiamato»⟧."),
        ("“ … – ha detto – … ”", "⟦“Il porto resta chiuso⟧ – ha detto Rosa – ⟦e nessuno ha chiamato”⟧."),
        ("– …", "⟦– Il porto resta chiuso⟧ – disse Rosa. – ⟦Nessuno ha chiamato.⟧"),
        ("— …", "⟦— Il porto resta chiuso⟧, disse Rosa."),
    ],
};

pub(super) const PORTUGUESE: Table = Table {
    title: "Portuguese",
    examples: &[
        ("“ … ”", "⟦“O porto continua fechado”⟧, disse Rosa Espinheira."),
        ("“ … ”", "Chamou ao plano ⟦“um passo a mais”⟧ e saiu."),
        ("“ … ‘ … ’ … ”", "⟦“Disse-me ⟦‘nunca mais’⟧ e desligou”⟧, contou."),
        ("« … »", "⟦«O porto continua fechado»⟧, disse Rosa Espinheira."),
        ("« … “ … ” … »", "⟦«Disse-me ⟦“nunca mais”⟧ e desligou»⟧, contou."),
        (r#"" … ""#, r#"⟦"O porto continua fechado"⟧, disse Rosa Espinheira."#),
        ("' … '", "A palavra ⟦'porto'⟧ está na placa."),
        ("— …", "⟦— O porto continua fechado⟧ — disse Rosa Espinheira."),
        ("— …", "⟦— O porto continua fechado⟧ — disse Rosa. — ⟦Ninguém ligou.⟧"),
        ("— …", "⟦— O porto continua fechado⟧, disse ela."),
        ("— …", "⟦— Vem o barco?⟧ — perguntou ela.\n⟦— Amanhã.⟧"),
        ("—…", "⟦—O porto continua fechado⟧ —disse Rosa—. ⟦Ninguém ligou.⟧"),
        ("“ … — disse — … ”", "⟦“O porto continua fechado⟧ — disse Rosa —, ⟦e ninguém ligou”⟧."),
    ],
};

pub(super) const GREEK: Table = Table {
    title: "Greek",
    examples: &[
        ("« … »", "⟦«Το λιμάνι μένει κλειστό»⟧, είπε η Άντα Αγκαθιά."),
        ("« … »", "Ονόμασε το σχέδιο ⟦«ένα βήμα παραπάνω»⟧ και έφυγε."),
        ("« … »", "⟦«Κανείς δεν πήρε»⟧, είπε, ⟦«και κανείς δεν έγραψε.»⟧"),
        ("« … “ … ” … »", "⟦«Μου είπε ⟦“ποτέ ξανά”⟧ και έκλεισε»⟧, λέει η ίδια."),
        ("« … ‘ … ’ … »", "⟦«Μου είπε ⟦‘ποτέ ξανά’⟧ και έκλεισε»⟧, λέει η ίδια."),
        ("“ … ”", "⟦“Το λιμάνι μένει κλειστό”⟧, είπε η Άντα."),
        ("‟ … ”", "⟦‟Το λιμάνι μένει κλειστό”⟧, είπε η Άντα."),
        (r#"" … ""#, r#"⟦"Το λιμάνι μένει κλειστό"⟧, είπε η Άντα."#),
        ("« … », apostrophes inside", "⟦«Απ’ το λιμάνι σ’ όλους»⟧, είπε η Άντα."),
        ("– …", "⟦– Το λιμάνι μένει κλειστό⟧, είπε η Άντα."),
        ("— …", "⟦— Το λιμάνι μένει κλειστό⟧ — είπε η Άντα. — ⟦Κανείς δεν πήρε.⟧"),
        ("―…", "⟦―Θα έρθει το πλοίο;⟧ ρώτησε η Άντα."),
        ("« … » over paragraphs", "⟦«Η πρώτη παράγραφος.\n«Η δεύτερη»⟧, είπε."),
    ],
};
