//! Examples of quotations: English, German, Dutch and French.

use super::Table;

pub(super) const ENGLISH: Table = Table {
    title: "English",
    examples: &[
        ("“ … ”", "⟦“The harbour stays shut,”⟧ said Ada Thornby."),
        ("“ … ”", "She called the plan ⟦“a step too far”⟧ and left."),
        ("“ … ”", "⟦“Nobody rang,”⟧ she said, ⟦“and nobody wrote.”⟧"),
        ("‘ … ’", "⟦‘The harbour stays shut,’⟧ said Ada Thornby."),
        ("‘ … ’", "⟦‘I don’t know the players’ names,’⟧ she said."),
        ("“ … ‘ … ’ … ”", "⟦“He told me ⟦‘never again’⟧ and hung up,”⟧ she said."),
        ("“ … ‘ … ’ … ”", "⟦“They all say ⟦‘tomorrow.’⟧”⟧"),
        ("‘ … “ … ” … ’", "⟦‘He told me ⟦“never again”⟧ and hung up,’⟧ she said."),
        (r#"" … ""#, r#"⟦"The harbour stays shut,"⟧ said Ada Thornby."#),
        (r#"" … ""#, r#"Thornby said (⟦"no"⟧) twice."#),
        (r#"" … ' … ' … ""#, r#"⟦"He told me ⟦'never again'⟧ and hung up,"⟧ she said."#),
        ("' … '", "⟦'We're done,'⟧ she said."),
        ("' … '", "The ⟦'new'⟧ ferry is older than the ⟦'old'⟧ one."),
        ("“ … ” over paragraphs", "⟦“The first paragraph ends here.\n“The second one too,”⟧ she said."),
    ],
};

pub(super) const GERMAN: Table = Table {
    title: "German",
    examples: &[
        ("„ … “", "⟦„Der Hafen bleibt zu“⟧, sagte Ada Dornbach."),
        ("„ … “", "Sie nannte den Plan ⟦„einen Schritt zu weit“⟧ und ging."),
        ("„ … “", "⟦„Niemand rief an“⟧, sagte sie, ⟦„und niemand schrieb.“⟧"),
        ("„ … “", "⟦„Kommt die Fähre?“⟧, fragte er. ⟦„Nein!“⟧"),
        ("„ … ‚ … ‘ … “", "⟦„Er sagte ⟦‚nie wieder‘⟧ und legte auf“⟧, sagte sie."),
        ("„ … ‚ … ‘ … “", "⟦„Alle sagen ⟦‚morgen‘⟧“⟧, sagte sie."),
        ("„ … ”", "⟦„Der Hafen bleibt zu”⟧, sagte Ada Dornbach."),
        ("» … «", "⟦»Der Hafen bleibt zu«⟧, sagte Ada Dornbach."),
        ("» … › … ‹ … «", "⟦»Er sagte ⟦›nie wieder‹⟧ und legte auf«⟧, sagte sie."),
        ("« … »", "⟦«Der Hafen bleibt zu»⟧, sagte Ada Dornbach in Bern."),
        ("« … ‹ … › … »", "⟦«Er sagte ⟦‹nie wieder›⟧ und legte auf»⟧, sagte sie."),
        (r#"" … ""#, r#"⟦"Der Hafen bleibt zu"⟧, sagte Ada Dornbach."#),
        (r#"" … ' … ' … ""#, r#"⟦"Er sagte ⟦'nie wieder'⟧ und legte auf"⟧, sagte sie."#),
        ("‚ … ‘", "Das Wort ⟦‚Fähre‘⟧ steht auf dem Schild."),
        ("“ … “", "⟦“Der Hafen bleibt zu“⟧, sagte sie. ⟦“Niemand rief an“⟧, sagte er."),
        ("„ … “ over paragraphs", "⟦„Der erste Absatz.\n„Der zweite“⟧, sagte sie."),
    ],
};

pub(super) const DUTCH: Table = Table {
    title: "Dutch",
    examples: &[
        ("“ … ”", "⟦“De haven blijft dicht”⟧, zei Ada Doornbos."),
        ("“ … ”", "Ze noemde het plan ⟦“een stap te ver”⟧ en vertrok."),
        ("‘ … ’", "⟦‘De haven blijft dicht’⟧, zei Ada Doornbos."),
        ("‘ … ’", "⟦‘’s Avonds vaart er niets’⟧, zei ze."),
        ("‘ … ’", "⟦‘Ik weet ’t niet’⟧, zei ze, ⟦‘en niemand belde.’⟧"),
        ("‘ … “ … ” … ’", "⟦‘Hij zei ⟦“nooit meer”⟧ en hing op’⟧, zei ze."),
        ("“ … ‘ … ’ … ”", "⟦“Hij zei ⟦‘nooit meer’⟧ en hing op”⟧, zei ze."),
        ("„ … ”", "⟦„De haven blijft dicht”⟧, zei Ada Doornbos."),
        ("„ … ‚ … ’ … ”", "⟦„Hij zei ⟦‚nooit meer’⟧ en hing op”⟧, zei ze."),
        (r#"" … ""#, r#"⟦"De haven blijft dicht"⟧, zei Ada Doornbos."#),
        ("' … '", "⟦'De haven blijft dicht'⟧, zei Ada Doornbos. ⟦'Niemand belde.'⟧"),
        ("« … »", "⟦«De haven blijft dicht»⟧, zei Ada Doornbos."),
    ],
};

pub(super) const FRENCH: Table = Table {
    title: "French",
    examples: &[
        ("« … »", "⟦« Le port reste fermé »⟧, a dit Rose Aubépin."),
        ("« … »", "Elle parle d’⟦« un pas de trop »⟧ et s’en va."),
        ("« … »", "⟦« Personne n’a appelé »⟧, dit-elle, ⟦« et personne n’a écrit. »⟧"),
        ("« … » with no-break spaces", "⟦«\u{a0}Le port reste fermé\u{a0}»⟧, a dit Rose Aubépin."),
        ("« … » with narrow spaces", "⟦«\u{202f}Le port reste fermé\u{202f}»⟧, a dit Rose Aubépin."),
        ("«…» without spaces", "⟦«Le port reste fermé»⟧, a dit Rose Aubépin."),
        ("« … “ … ” … »", "⟦« Il a dit ⟦“plus jamais”⟧ hier »⟧, dit-elle."),
        ("« … ‹ … › … »", "⟦« Il a dit ⟦‹ plus jamais ›⟧ hier »⟧, dit-elle."),
        ("« … « … » … »", "⟦« Il a dit ⟦« plus jamais »⟧ hier »⟧, dit-elle."),
        ("« … « … » … »", "⟦« C’est l’⟦« eau »⟧ qui manque »⟧, dit-elle."),
        ("“ … ”", "⟦“Le port reste fermé”⟧, a dit Rose Aubépin."),
        (r#"" … ""#, r#"⟦"Le port reste fermé"⟧, a dit Rose Aubépin."#),
        (
            r#"" … " with spaces inside"#,
            r#"⟦" Le port reste fermé "⟧, a dit Rose Aubépin. ⟦" Personne n'a appelé "⟧, dit-elle."#,
        ),
        ("« … , a dit … »", "⟦« Le port reste fermé⟧, a dit Rose Aubépin. ⟦Personne n’a appelé. »⟧"),
        ("« … , a dit … »", "⟦« Le port reste fermé⟧, explique-t-elle, ⟦et personne n’a appelé »⟧."),
        ("— …", "⟦— Le port reste fermé⟧, dit Rose Aubépin."),
        ("— …", "⟦— Le port reste fermé⟧, dit-elle. — ⟦Personne n’a appelé.⟧"),
        ("— …", "⟦— Viendra-t-il ?⟧ demanda Rose.\n⟦— Jamais.⟧"),
        ("« … » over paragraphs", "⟦« Le premier paragraphe.\n« Le second »⟧, dit-elle."),
    ],
};
