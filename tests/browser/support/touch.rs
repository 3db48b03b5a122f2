//! A real finger.

use serde_json::json;

use super::Desk;

impl Desk {
    /// Makes the window that of a telephone: narrow, and touched instead of pointed at.
    pub async fn become_a_telephone(&self) {
        let metrics = json!({ "width": 400, "height": 800, "deviceScaleFactor": 2, "mobile": true });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await;
        self.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true, "maxTouchPoints": 1 })).await;
        self.holds("a coarse pointer", "return matchMedia('(pointer: coarse)').matches", &[]).await;
    }

    /// Taps on the character at a code point.
    pub async fn tap_at(&self, position: usize) {
        let point = self.point_at(position).await;
        self.touch(point.x + 2.0, point.y).await;
    }

    async fn touch(&self, x: f64, y: f64) {
        let touch = json!({ "type": "touchStart", "touchPoints": [{ "x": x, "y": y }] });
        self.devtools("Input.dispatchTouchEvent", touch).await;
        self.devtools("Input.dispatchTouchEvent", json!({ "type": "touchEnd", "touchPoints": [] })).await;
    }

    /// Taps on the middle of a control.
    pub async fn tap(&self, name: &str) {
        self.offers(name).await;
        let middle = async || {
            self.ask::<Option<(f64, f64)>>(
                "const found = named(PRESSABLE, arguments[0])[0]; const box = found?.getBoundingClientRect();
                 return box ? [box.left + box.width / 2, box.top + box.height / 2] : null",
                &[json!(name)],
            )
            .await
        };
        let (x, y) = self.settled(&format!("the control {name}"), middle).await.expect("the control that was there");
        self.touch(x, y).await;
    }
}
