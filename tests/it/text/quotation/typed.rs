//! Examples of quotations: typewriters, wire services, spreadsheets, and what keyboards make of marks.

use super::Table;

pub(super) const TYPEWRITERS_AND_WIRE_SERVICES: Table = Table {
    title: "Typewriters and wire services",
    examples: &[
        (",, … ''", "⟦,,Der Hafen bleibt zu''⟧, sagte sie. ⟦,,Niemand rief an''⟧, sagte er."),
        (",, … “", "⟦,,Der Hafen bleibt zu“⟧, sagte sie."),
        (",, … ‘‘", "⟦,,Der Hafen bleibt zu‘‘⟧, sagte sie."),
        ("`` … ''", "⟦``The harbour stays shut,''⟧ Thornby said. ⟦``Nobody rang.''⟧"),
        ("`` … '' with spaces inside", "⟦`` The harbour stays shut , ''⟧ Thornby said ."),
        ("`` … ` … ' … ''", "⟦``He told me ⟦`never again'⟧ and hung up,''⟧ Thornby said."),
        ("` … '", "⟦`The harbour stays shut,'⟧ Thornby said."),
        ("'' … ''", "⟦''The harbour stays shut,''⟧ Thornby said. ⟦''Nobody rang,''⟧ she said."),
        ("'' … ' … ' … ''", "⟦''He told me ⟦'never again'⟧ and hung up,''⟧ Thornby said."),
        ("'' … ' … '''", "⟦''He told me ⟦'never again'⟧''⟧, Thornby said."),
        ("‘‘ … ’’", "⟦‘‘The harbour stays shut,’’⟧ Thornby said."),
        ("‘‘ … ‘ … ’ … ’’", "⟦‘‘He told me ⟦‘never again’⟧ and hung up,’’⟧ Thornby said."),
        ("‚‚ … ‘‘", "⟦‚‚Der Hafen bleibt zu‘‘⟧, sagte sie."),
        ("´´ … ´´", "⟦´´Der Hafen bleibt zu´´⟧, sagte sie."),
        ("<< … >>", "⟦<<El puerto sigue cerrado>>⟧, dijo Rosa."),
        ("<< … >> with spaces inside", "⟦<< Le port reste fermé >>⟧, dit-elle."),
        ("--…", "⟦--El puerto sigue cerrado⟧ --dijo Rosa--. ⟦Nadie llamó.⟧"),
        ("“ … “", "⟦“The harbour stays shut,“⟧ she said. ⟦“Nobody rang,“⟧ he said."),
    ],
};

pub(super) const SPREADSHEETS_AND_TABLES: Table = Table {
    title: "Spreadsheets and tables",
    examples: &[
        (r#""" … """#, r#"⟦""The harbour stays shut,""⟧ Thornby said. ⟦""Nobody rang.""⟧"#),
        (r#""" … """#, r#"She called it ⟦""a step too far""⟧ and left."#),
        (r#""" … " … """"#, r#"⟦""He told me ⟦"never again"⟧""⟧, Thornby said."#),
        ("a wrapped cell", r#""Thornby said, ⟦""The harbour stays shut.""⟧ Then she left.""#),
        ("a wrapped cell", r#""⟦""The harbour stays shut,""⟧ Thornby said.""#),
        ("a wrapped cell", r#""Thornby said, ⟦""The harbour stays shut.""⟧""#),
        ("a wrapped cell", r#""⟦""The harbour stays shut.""⟧""#),
        ("a wrapped cell", r#""⟦""No,""⟧ she said, ⟦""never.""⟧""#),
        ("a wrapped cell, other marks", r#""Thornby said: ⟦“The harbour stays shut.”⟧ Then she left.""#),
        ("a wrapped cell, other marks", r#""⟦„Der Hafen bleibt zu“⟧, sagte sie am Montag.""#),
        ("a wrapped cell of several lines", "\"Thornby said, ⟦\"\"The harbour stays shut.\"\"⟧\nThen she left.\""),
        ("a row", r#"Harbour,"Thornby said, ⟦""The harbour stays shut.""⟧",12"#),
        ("a row", r#"17;"⟦""No,""⟧ she said";"⟦""Yes,""⟧ he said""#),
        ("a row", "17\t\"Thornby said ⟦“no”⟧ and left\"\tMonday"),
        ("a row", r#"17,"Thornby said ⟦“no”⟧ and left",Monday"#),
        ("a row", r#"17;"Thornby said ⟦“no”⟧ and left";;3"#),
        ("a row", r#""Harbour","Ada Thornby",12"#),
    ],
};

pub(super) const ONE_KIND_OPENS_ANOTHER_CLOSES: Table = Table {
    title: "One kind opens, another closes",
    examples: &[
        (r#"„ … ""#, r#"⟦„Der Hafen bleibt zu"⟧, sagte sie. Die Stadt widersprach. ⟦„Bis morgen"⟧, schrieb sie."#),
        ("„ … ''", "⟦„Der Hafen bleibt zu''⟧, sagte sie. ⟦„Bis morgen''⟧, schrieb sie."),
        (r#"“ … ""#, r#"⟦“The harbour stays shut"⟧, she said. ⟦“Nobody rang"⟧, he said."#),
        ("“ … ''", "⟦“The harbour stays shut,''⟧ she said."),
        (r#"" … ”"#, r#"⟦"The harbour stays shut,”⟧ she said. ⟦"Nobody rang,”⟧ he said."#),
        (r#"" … “"#, r#"⟦"Der Hafen bleibt zu“⟧, sagte sie. ⟦"Niemand rief an“⟧, sagte er."#),
        (r#"" … ''"#, r#"⟦"The harbour stays shut,''⟧ she said. ⟦"Nobody rang.''⟧"#),
        (",, … ”", "⟦,,Port jest zamknięty”⟧, powiedziała."),
        (r#",, … ""#, r#"⟦,,Der Hafen bleibt zu"⟧, sagte sie."#),
        (r#"`` … ""#, r#"⟦``The harbour stays shut,"⟧ she said. ⟦``Nobody rang."⟧"#),
        ("`` … ”", "⟦``The harbour stays shut,”⟧ she said."),
        (r#"” … ""#, r#"⟦”Hamnen är stängd"⟧, säger Ada. ⟦”Ingen ringde"⟧, sade hon."#),
        ("‘ … '", "⟦‘The harbour stays shut,'⟧ she said. ⟦‘Nobody rang,'⟧ he said."),
        ("' … ’", "⟦'The harbour stays shut,’⟧ she said."),
        ("‚ … '", "⟦‚Der Hafen bleibt zu'⟧, sagte sie."),
        (r#"« … ""#, r#"⟦«Порт закрыт"⟧, — сказала она."#),
        (r#"" … »"#, r#"⟦"Порт закрыт»⟧, — сказала она."#),
        ("« … >>", "⟦«El puerto sigue cerrado>>⟧, dijo Rosa."),
        (r#"“ … " and " … ”"#, r#"⟦“The harbour stays shut"⟧, she said. ⟦"Nobody rang”⟧, he added."#),
        (r#"" … " inside “ … ""#, r#"⟦“He said ⟦"never again"⟧ and hung up"⟧, she said."#),
    ],
};

pub(super) const THE_SAME_SIGN_AT_BOTH_ENDS: Table = Table {
    title: "The same sign at both ends",
    examples: &[
        ("» … »", "⟦»Satama on kiinni»⟧, sanoi Aada Orapihla. ⟦»Ehkä huomenna»⟧, hän lisäsi."),
        ("» … » with spaces inside", "⟦» Satama on kiinni »⟧, sanoi Aada."),
        ("» … » beside » … «", "⟦»Satama on kiinni»⟧, sanoi Aada. Die ⟦»Möwe«⟧ liegt fest."),
        ("« … «", "⟦«El puerto sigue cerrado«⟧, dijo Rosa. ⟦«Nadie llamó«⟧, dijo."),
        ("” … ”", "⟦”Hamnen är stängd”⟧, säger Ada. ⟦”Ingen ringde”⟧, sade hon."),
        ("“ … “", "⟦“The harbour stays shut“⟧, she said. ⟦“Nobody rang“⟧, he said."),
        ("“ … “ with spaces inside", "⟦“ The harbour stays shut “⟧, she said."),
        ("„ … „", "⟦„Port jest zamknięty„⟧, powiedziała. ⟦„Nikt nie dzwonił„⟧, dodała."),
        ("’ … ’", "⟦’Hamnen är stängd’⟧, säger Ada. ⟦’Ingen ringde’⟧, sade hon."),
        ("‘ … ‘", "⟦‘The harbour stays shut‘⟧, she said."),
        ("› … ›", "⟦›Satama on kiinni›⟧, sanoi Aada."),
        (
            r#"" … " with spaces inside"#,
            r#"⟦" Le port reste fermé "⟧, a dit Rose Aubépin. ⟦" Personne n'a appelé "⟧, dit-elle."#,
        ),
        (r#"" … " with spaces inside"#, r#"Elle a dit ⟦" non "⟧ et ⟦" jamais "⟧ hier."#),
        (r#"" … " with no-break spaces"#, "⟦\"\u{a0}Le port reste fermé\u{a0}\"⟧, a dit Rose."),
        (r#"" … " beside " … " with spaces"#, r#"⟦"Le port reste fermé"⟧, dit-elle. ⟦" Personne "⟧, dit-il."#),
    ],
};
