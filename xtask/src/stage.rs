//! The stage that browser tests and benchmarks play on: the built page served, and a driver to steer a browser with.

use std::path::PathBuf;
use std::process::Command;

use crate::driver::Driver;
use crate::engine::Engine;
use crate::serve::Running;
use crate::tools::{self, Programs};
use crate::workspace;

/// A served page, and a driver where one leads all browsers; both stop when this is dropped.
pub struct Stage {
    server: Running,
    driver: Option<Driver>,
    programs: Programs,
    axe: PathBuf,
    screen_reader: PathBuf,
    /// This program, which a test may serve a page of its own with.
    program: PathBuf,
}

impl Stage {
    /// Starts the server for `dist/` and the driver, each on a free port.
    pub fn set(programs: Programs) -> Result<Self, String> {
        let axe = tools::axe()?;
        let screen_reader = tools::virtual_screen_reader()?;
        let program =
            std::env::current_exe().map_err(|error| format!("This program does not find itself ({error})."))?;
        let server = Running::start(&workspace::dist(), Some(0))?;
        let driver = programs.driver.as_deref().map(Driver::start).transpose()?;
        let steered = driver.as_ref().map_or_else(|| "each browser has a driver".to_owned(), Driver::address);
        println!("The page is on {}; {}: {steered}.", server.address(), programs.engine);
        Ok(Self { server, driver, programs, axe, screen_reader, program })
    }

    /// What draws the page.
    pub fn engine(&self) -> Engine {
        self.programs.engine
    }

    /// Tells a program where everything is.
    pub fn tell(&self, command: &mut Command) {
        command
            .env("BLUEPENCIL_ENGINE", self.engine().word())
            .env("BLUEPENCIL_ADDRESS", self.server.address())
            .env("BLUEPENCIL_DIST", workspace::dist())
            .env("BLUEPENCIL_AXE", &self.axe)
            .env("BLUEPENCIL_SCREEN_READER", &self.screen_reader)
            .env("BLUEPENCIL_XTASK", &self.program)
            .envs(self.programs.variables.iter().map(|(name, program)| (name, program)));
        if let Some(driver) = &self.driver {
            command.env("BLUEPENCIL_WEBDRIVER", driver.address());
        }
    }
}
