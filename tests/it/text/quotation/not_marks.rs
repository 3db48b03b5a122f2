//! Examples of quotations: what looks like quotation marks and is none, and what is not recognised.

use super::Table;

pub(super) const LEFT_ALONE: Table = Table {
    title: "Left alone",
    examples: &[
        ("decades", "In the ’90s, in the '90s and in the ‘90s the club won."),
        ("omitted letters", "Rock ’n’ roll, rock 'n' roll and ‘rock ‘n’ roll."),
        ("omitted letters", "’Tis the season, ’twas the night; get 'em before the boys' game."),
        ("possessives", "It was the boys’ club and the girls' choir, at James’ house."),
        ("possessives in ‘ … ’", "⟦‘The boys’ club and the girls’ choir are shut,’⟧ she said."),
        ("possessives in ' … '", "⟦'The boys' club and the girls' choir are shut,'⟧ she said."),
        ("possessives in ' … '", "Sie liest ⟦'Max' Reise'⟧ und ⟦‘The Players’ Union’⟧."),
        ("short forms", "We were goin' home and waitin' for somethin' else."),
        ("inside words", "Aujourd’hui l’eau, l'eau, O’Brien, D'Souza, dell’arte, об'єкт."),
        ("inside words", r#"Hawai‘i, O‘ahu; ד"ר לוי בצה"ל."#),
        ("Dutch", "’s Avonds is ’t stil in ’s-Hertogenbosch, in de jaren '90."),
        ("feet and inches", r#"He is 5'11" tall, she 6' 2"; a 12" pipe, 40′ long and 3″ wide."#),
        (r#"feet and inches in " … ""#, r#"⟦"The pipe is 12" long and 3" wide,"⟧ she said."#),
        ("feet and inches in “ … ”", r#"⟦“He is 5'11" tall,”⟧ she said. ⟦“He is 6’2” tall,”⟧ he said."#),
        ("minutes and seconds", r#"At 57°41'12" N, 11°58'05" E the ferry stopped."#),
        ("inches after a space", r#"A tube 6 " wide and 7 " long."#),
        ("empty marks", r#"The field holds "" or “” or « » or ''."#),
        ("operators", "1 << 4 and 256 >> 2 are equal."),
        ("lists with dashes", "– Milk costs 4 per cent more\n– Bread costs less"),
        ("signatures", "—Ada Thornby contributed to this report."),
        ("signatures", "— Ada Thornby"),
        ("transcripts", "-- let me – let me say this -- and then stop."),
        ("numbers with a sign", "-5 degrees, said Ada Thornby."),
        ("stray closing marks", "It ends here.” And goes on.“ And on.» And on."),
    ],
};

pub(super) const WHAT_IS_NOT_RECOGNISED: Table = Table {
    title: "What is not recognised",
    examples: &[
        (
            "A line with a dash and neither a reporting clause nor a neighbour that has one may be a list",
            "– Havnen er stengt.",
        ),
        (
            "A reporting clause without a verb of saying stays, where only its verb could tell",
            "⟦«Il porto – sbuffa Rosa – è chiuso»⟧.",
        ),
        (
            "A mark that nothing closes counts up to the next of its kind or the end of the paragraph",
            "She called it ⟦“a step too far and left.⟧",
        ),
        ("A cell of a spreadsheet that has no marks inside looks like a quotation", r#"⟦"The harbour stays shut."⟧"#),
        ("Two equal backticks are code", "Press `Q` and `C`."),
        ("Speech without marks", "She said the harbour stays shut."),
    ],
};
