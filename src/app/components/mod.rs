//! Components that know no feature: what is written once and stands in many places of the page.

mod check;
mod choice;
mod command_button;
mod dialog_frame;
mod field;
mod file_taker;
mod letter;
mod typing;

pub use check::Check;
pub use choice::Choice;
pub use command_button::CommandButton;
pub use dialog_frame::DialogFrame;
pub use field::Field;
pub use file_taker::taker;
pub use letter::letter;
pub use typing::use_typing;
