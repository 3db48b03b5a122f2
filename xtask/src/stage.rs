//! The stage that browser tests and benchmarks play on: the built page served, and a driver to steer a Chromium with.

use std::path::PathBuf;
use std::process::Command;

use crate::driver::Driver;
use crate::serve::Running;
use crate::tools::{self, Browser};
use crate::workspace;

/// A served page and a driver; both stop when this is dropped.
pub struct Stage {
    server: Running,
    driver: Driver,
    browser: Browser,
    axe: PathBuf,
    screen_reader: PathBuf,
    /// This program, which a test may serve a page of its own with.
    program: PathBuf,
}

impl Stage {
    /// Starts the server for `dist/` and the driver, each on a free port.
    pub fn set() -> Result<Self, String> {
        let browser = tools::browser()?;
        let axe = tools::axe()?;
        let screen_reader = tools::virtual_screen_reader()?;
        let program =
            std::env::current_exe().map_err(|error| format!("This program does not find itself ({error})."))?;
        let server = Running::start(&workspace::dist(), Some(0))?;
        let driver = Driver::start(&browser.driver)?;
        println!("The page is on {} and the driver on {}.", server.address(), driver.address());
        Ok(Self { server, driver, browser, axe, screen_reader, program })
    }

    /// Tells a program where everything is.
    pub fn tell(&self, command: &mut Command) {
        command
            .env("BLUEPENCIL_ADDRESS", self.server.address())
            .env("BLUEPENCIL_DIST", workspace::dist())
            .env("BLUEPENCIL_WEBDRIVER", self.driver.address())
            .env("BLUEPENCIL_CHROMIUM", &self.browser.chromium)
            .env("BLUEPENCIL_AXE", &self.axe)
            .env("BLUEPENCIL_SCREEN_READER", &self.screen_reader)
            .env("BLUEPENCIL_XTASK", &self.program);
    }
}
