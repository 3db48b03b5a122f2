//! Examples of quotations: Polish, Czech, Hungarian, Russian and Ukrainian.

use super::Table;

pub(super) const POLISH: Table = Table {
    title: "Polish",
    examples: &[
        ("„ … ”", "⟦„Port jest zamknięty”⟧, powiedziała Ada Głogowska."),
        ("„ … ”", "Nazwała plan ⟦„krokiem za daleko”⟧ i wyszła."),
        ("„ … « … » … ”", "⟦„Powiedział ⟦«nigdy więcej»⟧ i odszedł”⟧, mówi ona."),
        ("„ … » … « … ”", "⟦„Powiedział ⟦»nigdy więcej«⟧ i odszedł”⟧, mówi ona."),
        ("„ … ‚ … ’ … ”", "⟦„Powiedział ⟦‚nigdy’⟧ i odszedł”⟧, mówi ona."),
        ("« … »", "⟦«Port jest zamknięty»⟧, powiedziała Ada Głogowska."),
        (",, … ”", "⟦,,Port jest zamknięty”⟧, powiedziała. ⟦,,Nikt nie dzwonił”⟧, dodała."),
        (",, … ''", "⟦,,Port jest zamknięty''⟧, powiedziała Ada."),
        (r#"" … ""#, r#"⟦"Port jest zamknięty"⟧, powiedziała Ada Głogowska."#),
        (r#"„ … ""#, r#"⟦„Port jest zamknięty"⟧, powiedziała. ⟦„Nikt nie dzwonił"⟧, dodała."#),
        ("– …", "⟦– Port jest zamknięty⟧ – powiedziała Ada Głogowska."),
        ("– …", "⟦– Port jest zamknięty⟧ – powiedziała Ada. – ⟦Nikt nie dzwonił.⟧"),
        ("— …", "⟦— Prom — a raczej łódź — czeka⟧ — odpowiedziała Ada."),
        ("- …", "⟦- Port jest zamknięty⟧ - mówi Ada Głogowska."),
    ],
};

pub(super) const CZECH: Table = Table {
    title: "Czech",
    examples: &[
        ("„ … “", "⟦„Přístav je zavřený“⟧, řekla Ada Hlohová."),
        ("„ … “", "Označila plán za ⟦„krok příliš daleko“⟧ a odešla."),
        ("„ … “", "⟦„Nikdo nevolal,“⟧ řekla, ⟦„a nikdo nepsal.“⟧"),
        ("„ … ‚ … ‘ … “", "⟦„Řekl ⟦‚už nikdy‘⟧ a zavěsil,“⟧ dodala."),
        ("„ … » … « … “", "⟦„Řekl ⟦»už nikdy«⟧ a zavěsil,“⟧ dodala."),
        ("» … «", "⟦»Přístav je zavřený«⟧, řekla Ada Hlohová."),
        ("» … › … ‹ … «", "⟦»Řekl ⟦›už nikdy‹⟧ a zavěsil,«⟧ dodala."),
        ("„ … ”", "⟦„Přístav je zavřený”⟧, řekla Ada Hlohová."),
        ("“ … ”", "⟦“Přístav je zavřený”⟧, řekla Ada Hlohová."),
        (r#"" … ""#, r#"⟦"Přístav je zavřený"⟧, řekla Ada Hlohová."#),
        (",, … ''", "⟦,,Přístav je zavřený''⟧, řekla Ada. ⟦,,Nikdo nevolal,''⟧ dodala."),
        ("– …", "⟦– Přístav je zavřený⟧, řekla Ada."),
        ("– …", "⟦– Přístav je zavřený⟧ – řekla Ada. – ⟦Nikdo nevolal.⟧"),
    ],
};

pub(super) const HUNGARIAN: Table = Table {
    title: "Hungarian",
    examples: &[
        ("„ … ”", "⟦„A kikötő zárva van”⟧ – mondta Ada Galagonya."),
        ("„ … ”", "A tervet ⟦„túl nagy lépésnek”⟧ nevezte, és elment."),
        ("„ … ”", "⟦„Senki sem telefonált”⟧ – mondta –, ⟦„és senki sem írt.”⟧"),
        ("„ … » … « … ”", "⟦„Azt mondta, ⟦»soha többé«⟧, és letette”⟧ – mesélte."),
        ("„ … » … ’ … ’ … « … ”", "⟦„Azt olvastam, ⟦»ez a ⟦’vég’⟧ most«⟧, és sírtam”⟧ – mesélte."),
        ("» … «", "⟦»A kikötő zárva van«⟧ – mondta Ada Galagonya."),
        ("„ … “", "⟦„A kikötő zárva van“⟧ – mondta Ada Galagonya."),
        (r#"" … ""#, r#"⟦"A kikötő zárva van"⟧ – mondta Ada Galagonya."#),
        (r#"„ … ""#, r#"⟦„A kikötő zárva van"⟧ – mondta Ada. ⟦„Senki sem írt"⟧ – tette hozzá."#),
        (",, … ''", "⟦,,A kikötő zárva van''⟧ – mondta Ada."),
        ("„ … „", "⟦„A kikötő zárva van„⟧, mondta Ada. ⟦„Senki sem írt„⟧, mondta."),
        ("– …", "⟦– A kikötő zárva van⟧ – mondta Ada Galagonya."),
        ("– …", "⟦– A kikötő zárva van⟧ – mondta Ada. – ⟦Senki sem telefonált.⟧"),
    ],
};

pub(super) const RUSSIAN: Table = Table {
    title: "Russian",
    examples: &[
        ("« … »", "⟦«Порт закрыт»⟧, — сказала Ада Терновская."),
        ("« … »", "Она назвала план ⟦«шагом слишком далеко»⟧ и ушла."),
        ("« … „ … “ … »", "⟦«Газета ⟦„Маяк“⟧ молчит»⟧, — сказала она."),
        ("« … „ … “»", "Он читал ⟦«газету ⟦„Маяк“⟧»⟧ вчера."),
        ("« … « … » … »", "⟦«Газета ⟦«Маяк»⟧ молчит»⟧, — сказала она."),
        ("„ … “", "⟦„Порт закрыт“⟧, — сказала Ада Терновская."),
        ("“ … ”", "⟦“Порт закрыт”⟧, — сказала Ада Терновская."),
        (r#"" … ""#, r#"⟦"Порт закрыт"⟧, - сказала Ада Терновская."#),
        (r#"« … " … " … »"#, r#"⟦«Газета ⟦"Маяк"⟧ молчит»⟧, — сказала она."#),
        ("« … , — сказала … »", "⟦«Порт закрыт⟧, — сказала Ада Терновская. — ⟦Никто не звонил»⟧."),
        ("« … , — сказала … »", "⟦«Порт⟧, — пояснила она, — ⟦закрыт»⟧."),
        ("— …", "⟦— Порт закрыт⟧, — сказала Ада Терновская."),
        ("— …", "⟦— Порт закрыт⟧, — сказала Ада. — ⟦Никто не звонил.⟧"),
        ("— …", "⟦— Придёт ли паром?⟧ — спросила она.\n⟦— Завтра.⟧"),
        ("— …", "⟦— Москва — столица⟧, — ответила Ада. — ⟦И порт.⟧"),
        ("- …", "⟦- Порт закрыт⟧, - сказала Ада."),
    ],
};

pub(super) const UKRAINIAN: Table = Table {
    title: "Ukrainian",
    examples: &[
        ("« … »", "⟦«Порт зачинено»⟧, — сказала Ада Тернівська."),
        ("« … »", "Вона назвала план ⟦«кроком задалеко»⟧ і пішла."),
        ("« … „ … “ … »", "⟦«Газета ⟦„Маяк“⟧ мовчить»⟧, — сказала вона."),
        ("« … “ … ” … »", "⟦«Газета ⟦“Маяк”⟧ мовчить»⟧, — сказала вона."),
        ("„ … “", "⟦„Порт зачинено“⟧, — сказала Ада Тернівська."),
        ("„ … ”", "⟦„Порт зачинено”⟧, — сказала Ада Тернівська."),
        ("“ … ”", "⟦“Порт зачинено”⟧, — сказала Ада Тернівська."),
        (r#"" … ""#, r#"⟦"Порт зачинено"⟧, - сказала Ада Тернівська."#),
        ("« … », apostrophes inside", "⟦«П’ять об’єктів зачинено»⟧, — каже Ада."),
        (r#"" … ", apostrophes inside"#, r#"⟦"П'ять об'єктів зачинено"⟧, — каже Ада."#),
        ("« … , — каже … »", "⟦«Порт зачинено⟧, — каже Ада Тернівська. — ⟦Ніхто не дзвонив»⟧."),
        ("— …", "⟦— Порт зачинено⟧, — сказала Ада."),
        ("— …", "⟦— Порт зачинено⟧, — сказала Ада. — ⟦Ніхто не дзвонив.⟧"),
        ("– …", "⟦– Чи прийде пором?⟧ – запитала вона."),
    ],
};
