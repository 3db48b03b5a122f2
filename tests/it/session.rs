//! The session: what every command does, what it refuses and in which words, and that nothing is ever lost.

mod articles;
mod changing;
mod commands;
mod deleting;
mod details;
mod exchange;
mod focus;
mod marking;
mod random;
mod route;
mod saving;
mod starting;
