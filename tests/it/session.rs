//! The session: what every command does, what it refuses and in which words, and that nothing is ever lost.

mod announcing;
mod articles;
mod boundaries;
mod changing;
mod commands;
mod deleting;
mod details;
mod exchange;
mod filtering;
mod flagging;
mod focus;
mod joining;
mod labels;
mod lesson;
mod marking;
mod object;
mod occurrences;
mod random;
mod reading;
mod route;
mod saving;
mod searching;
mod segments;
mod settings;
mod several;
mod starting;
