//! The tests that run the house as its users do: keys in and screens out, files in and exit codes out.

#![expect(clippy::unwrap_used, clippy::panic, reason = "in a test they are how it fails")]
#![expect(unreachable_pub, reason = "nothing is reached from outside a test crate")]

mod arranging;
mod asking;
mod calendars;
mod checking;
mod citing;
mod command_line;
mod configuring;
mod copying;
mod counting;
mod dating;
mod exporting;
mod finding;
mod floors;
mod following;
mod foreign;
mod formatted;
mod gathering;
mod guiding;
mod hostile;
mod journeys;
mod leaving;
mod life;
mod listing;
mod loading;
mod looks;
mod manual;
mod marking;
mod mutating;
mod namesakes;
mod narrowing;
mod outside;
mod plain;
mod proving;
mod recounting;
mod registering;
mod reloading;
mod saving;
mod schema;
mod screens;
mod searching;
mod seeing;
mod session;
mod slips;
mod surprises;
mod tables;
mod terminal;
mod typing;
mod workbooks;
mod yaml;
