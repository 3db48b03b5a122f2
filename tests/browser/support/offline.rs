//! What the page keeps to open without the network, and more than one tab.

use fantoccini::wd::WindowHandle;
use serde_json::json;

use super::Desk;
use super::browser::done;

impl Desk {
    /// Waits until the page opens without the network.
    pub async fn works_offline(&self) {
        self.offline_to_be("ready").await;
    }

    /// Waits until the page says this of itself without the network.
    pub async fn offline_to_be(&self, state: &str) {
        self.gives("html[data-offline]", state, "return document.documentElement.dataset.offline ?? null", &[]).await;
    }

    /// The names of everything that is cached for this host, at this moment: for what is kept when the page says that it works
    /// offline, and stays so until another build comes.
    pub async fn now_cached(&self) -> Vec<String> {
        self.answer("return await caches.keys()", &[]).await
    }

    /// Waits until just this is cached for this host.
    pub async fn cached_is(&self, wanted: &[String]) {
        self.expects("the names of what is cached", wanted, async || self.now_cached().await).await;
    }

    /// Waits until this host has so many workers in the browser, and so many caches.
    pub async fn workers_and_caches_are(&self, workers: usize, caches: usize) {
        let count = "return [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length]";
        let look = async || self.answer(count, &[]).await;
        self.expects::<(usize, usize), _>("the numbers of workers and caches", (workers, caches), look).await;
    }

    /// Looks for another build and waits until it is installed or refused; gives its state, and `none` where there is none.
    pub async fn look_for_update(&self) -> String {
        self.answer(
            "const registration = await navigator.serviceWorker.getRegistration();
             await registration.update().catch(() => {});
             const worker = registration.installing ?? registration.waiting;
             if (worker?.state === 'installing') await new Promise((resolve) => {
               worker.addEventListener('statechange', resolve, { once: true });
             });
             return worker?.state ?? 'none'",
            &[],
        )
        .await
    }

    /// Waits until another build is offered. The page itself waits first: the browser looks for another build when it has
    /// nothing better to do, and to be asked again and again is something better.
    pub async fn update_is_offered(&self) {
        let wait = "await new Promise((resolve) => {
                const look = () => named(PRESSABLE, 'Reload to update').length && resolve();
                new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
                look();
            })";
        self.answer::<()>(wait, &[]).await;
        self.offers("Reload to update").await;
    }

    /// Waits until the build of the page is the one with this word; the first has the empty one.
    pub async fn build_is(&self, word: &str) {
        self.gives("the word of the build", word, "return document.documentElement.dataset.testBuild ?? ''", &[]).await;
    }

    /// Leaves a sign in the open document, which a reload takes away.
    pub async fn leave_sign(&self) {
        self.ask::<()>("window.__sign = true; return null", &[]).await;
    }

    /// Whether the document is still the one with the sign: to be asked once something has come that comes after a reload.
    pub async fn now_has_sign(&self) -> bool {
        self.ask("return window.__sign === true", &[]).await
    }

    /// The tab that commands go to.
    pub async fn tab(&self) -> WindowHandle {
        done("tell the tab", self.browser.client().window().await)
    }

    /// Opens the page in another tab, to which commands go from now on.
    pub async fn open_tab(&self) -> WindowHandle {
        let tab = done("open a tab", self.browser.open_tab().await);
        self.open("").await;
        tab
    }

    /// Has commands go to a tab from now on.
    pub async fn to_tab(&self, tab: &WindowHandle) {
        done("go to a tab", self.browser.client().switch_to_window(tab.clone()).await);
    }

    /// Tries to fetch an address in the page: the status of the answer, or nothing where there is none.
    pub async fn fetched(&self, address: &str) -> Option<u16> {
        self.answer("return await fetch(arguments[0]).then(({ status }) => status, () => null)", &[json!(address)])
            .await
    }
}
