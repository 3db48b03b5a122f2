//! Where blocks begin and end: white space, line ends, hard-wrapped text.

use bluepencil::article::BlockKind;

use super::{article, blocks_of, check, fixture};

#[test]
fn a_line_of_white_space_belongs_to_no_block() {
    let article = article("One.\n \t\u{a0}\u{2028}\nTwo.\n");
    assert_eq!(blocks_of(&article, BlockKind::Paragraph), ["One.", "Two."]);
}

#[test]
fn white_space_around_a_line_stays_in_its_block() {
    assert_eq!(blocks_of(&article("  One. \nTwo."), BlockKind::Paragraph), ["  One. ", "Two."]);
}

#[test]
fn a_hard_wrapped_text_has_paragraphs_of_several_lines() {
    check(
        "
title    |Old signal box opens as a reading room

byline   |By Hedda Voss
date     |3 March 2025

paragraph|The signal box at Ostermoor, empty since the last local train called
         |there eleven years ago, opened on Saturday as a reading room with four
         |tables, one stove and about six hundred books.

paragraph|“We were told that it could not be heated,” said Wilma Tarnow, who
         |collected the signatures. “It can. You only have to be willing to carry
         |the wood up nineteen steps,
         |and to carry the ashes down again.”

paragraph|Two things are still missing:

list-item|- a railing on the outer stairs, which the district wants before the
         |  first school class may visit
list-item|- a lamp

paragraph|The box will be open on three afternoons a week. Whether that is enough
         |is not known yet – the books, at least, have been counted twice.

caption  |Volunteers carry shelves up the stairs of the signal box on the first
         |day of the work.
credit   |Jonte Marwede/Sundline via Littoral Images

quote    |> There is no silence like that of a line without trains.

paragraph|Entry is free.
",
    );
}

#[test]
fn the_table_of_the_hard_wrapped_text_is_of_the_file_beside_the_tests() {
    let article = article(&fixture("hard-wrapped.txt"));
    let wrapped = blocks_of(&article, BlockKind::Paragraph).into_iter().filter(|words| words.contains('\n')).count();
    assert_eq!((article.blocks.len(), wrapped), (13, 3));
}

#[test]
fn lines_of_one_sentence_each_are_not_joined() {
    let line = "The harbour master said that the wall would hold until spring.\n";
    assert_eq!(article(&line.repeat(8)).blocks.len(), 8);
}

#[test]
fn the_line_ends_of_windows_belong_to_no_block() {
    let article = article(&fixture("crlf-bom-emoji.txt"));
    assert!(article.blocks.iter().all(|block| !article.block_text(block).contains(['\r', '\n', '\u{feff}'])));
}
