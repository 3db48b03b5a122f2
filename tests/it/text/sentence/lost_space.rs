//! Spaces that are missing between two sentences.

use super::check;

#[test]
fn a_sentence_ends_where_only_the_space_is_lost() {
    check(
        "
        The council said.‖The mayor said nothing.
        It was over.‖Brandeck left the room.
        It was closed in May.‖Nobody knows why.
        The ferry sank in 2004.‖It was never raised.
        Who paid?‖The report does not say.
        They won!‖The town sang.
        “That is all.”‖Brandeck left.
        He nodded.‖“That is all.”
        \"That is all.\"‖Brandeck left.
        He nodded.‖\"That is all.\"
        He left (at last).‖She stayed.
        Prices rose by 5%.‖The bank was silent.
        I saw it.‖I was there.
        Der Rat sagte nein.‖Die Stadt sagte ja.
        Le maire a dit non.‖L’opposition a dit oui.
        El alcalde dijo no.‖Brandeck dijo sí.
        Il sindaco ha detto no.‖Brandeck ha detto sì.
        De raad zei nee.‖Brandeck zei ja.
        Rada powiedziała nie.‖Brandecki powiedział tak.
        Rada řekla ne.‖Brandek řekl ano.
        It was proven.[3] ‖ The others doubt it.
        ",
    );
}

#[test]
fn what_has_no_space_for_another_reason_stays_whole() {
    check(
        "
        St.Olk and Dr.Holm are gone. ‖ So is J.R.Marlow.
        Mr.Brandeck works for ASP.Net and Node.Js teams. ‖ They met.
        Das ist z.B. Der 1.FC Farwater und der 17.Juni.
        The U.S.Army and the U.N.Council met. ‖ Nobody spoke.
        Farwater!News and Yahoo!News merged. ‖ Few cared.
        Read Farwater.Example/News.The today. ‖ It is short.
        The mail is Ada.Brook@farwater.example. ‖ She answers.
        Sec.Rosa Quint and Gov.Hill left. ‖ So did Rep.Sund.
        The group will.I.am sang. ‖ Fans left.
        It is v2.Beta now. ‖ It crashes.
        ",
    );
}
