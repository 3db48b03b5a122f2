//! The elements of the page, put together by ordinary functions.
//!
//! Leptos writes the making of every element and attribute of a `view!` out where it stands, 150 to 200 bytes for each.
//! Here all elements are of one type: their fixed attributes are a table, everything else is a call. That took 64 kB off a
//! page of 855 kB of WebAssembly, 18 kB of them compressed. Effects and what they change stay those of Leptos.

use std::borrow::Cow;

use leptos::attr::any_attribute::AnyAttribute;
use leptos::prelude::*;
use leptos::tachys::html::attribute::AttributeValue;
use leptos::tachys::html::property::IntoProperty;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::no_attrs;
use leptos::tachys::renderer::{CastFrom, Rndr, types};
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Position, PositionState};

use super::reactive::{Flag, Maybe};

/// Attributes that never change, by name.
type Fixed = &'static [(&'static str, &'static str)];

/// An element that is not on the page yet.
pub struct Element(Box<Parts>);

struct Parts {
    tag: &'static str,
    fixed: Fixed,
    attributes: Vec<(&'static str, Value)>,
    children: Vec<Content>,
}

/// The value of an attribute: as it is made, or as the signals say; `None` where the attribute is not there.
enum Value {
    Made(Option<Cow<'static, str>>),
    Live(Maybe),
    /// Not an attribute but the property of that name, which the user changes too.
    Property(Flag),
}

/// Something on the page, of whatever kind. It is one word, where a view of Leptos is ten: that took 8 kB off the page, 2 of
/// them compressed, which did nothing but hand views on.
pub struct Content(Box<AnyView>);

/// What can stand on the page: words, elements, parts, several of them, or nothing.
pub trait IntoContent {
    /// The content that it is.
    fn into_content(self) -> Content;
}

impl<T: IntoAny> IntoContent for T {
    #[inline(never)]
    fn into_content(self) -> Content {
        Content(Box::new(self.into_any()))
    }
}

impl Render for Content {
    type State = AnyViewState;

    fn build(self) -> AnyViewState {
        self.0.build()
    }

    fn rebuild(self, state: &mut AnyViewState) {
        self.0.rebuild(state);
    }
}

/// An element with the attributes that never change.
#[inline(never)]
pub fn element(tag: &'static str, fixed: Fixed) -> Element {
    Element(Box::new(Parts { tag, fixed, attributes: Vec::new(), children: Vec::new() }))
}

/// A button of the page; `does` says what it does to those who listen.
#[inline(never)]
pub fn action(does: &'static str, name: &'static str) -> Element {
    element("button", &[("type", "button"), ("class", "command")]).with("data-does", does).child(name)
}

/// Some words in an element without attributes, such as `kbd`.
#[inline(never)]
pub fn plain(tag: &'static str, words: &'static str) -> Element {
    element(tag, &[]).child(words)
}

/// Words in small print, in an element of that tag.
#[inline(never)]
pub fn help(tag: &'static str, words: impl IntoAny) -> Element {
    element(tag, &[("class", "help")]).child(words)
}

impl Element {
    /// Adds an attribute.
    pub fn with(self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        self.add(name, Value::Made(Some(value.into())))
    }

    /// Adds an attribute that is there with a value or not at all.
    pub fn with_some(self, name: &'static str, value: Option<&'static str>) -> Self {
        self.add(name, Value::Made(value.map(Cow::Borrowed)))
    }

    /// Adds an attribute that follows signals.
    pub fn live(self, name: &'static str, value: Maybe) -> Self {
        self.add(name, Value::Live(value))
    }

    /// Adds a property that follows signals, such as `checked`.
    pub fn property(self, name: &'static str, value: Flag) -> Self {
        self.add(name, Value::Property(value))
    }

    #[inline(never)]
    fn add(mut self, name: &'static str, value: Value) -> Self {
        self.0.attributes.push((name, value));
        self
    }

    /// Adds a child: words, a text that follows signals, a part, an element, a view, or several.
    #[inline(never)]
    pub fn child(mut self, child: impl IntoAny) -> Self {
        self.0.children.push(child.into_content());
        self
    }
}

/// An element on the page, with what is needed to bring it in line with another.
pub struct Mounted {
    element: types::Element,
    tag: &'static str,
    fixed: Fixed,
    attributes: Vec<(&'static str, Kept)>,
    children: Vec<AnyViewState>,
}

enum Kept {
    Made(Option<Cow<'static, str>>),
    Live(<Maybe as AttributeValue>::State),
    Property(<Flag as IntoProperty>::State),
}

impl Mounted {
    /// Whether the element can become another by changes of its attributes and children.
    fn fits(&self, parts: &Parts) -> bool {
        let names = parts.attributes.iter().map(|(name, _)| name);
        self.tag == parts.tag
            && self.fixed == parts.fixed
            && self.children.len() == parts.children.len()
            && self.attributes.iter().map(|(name, _)| name).eq(names)
    }
}

fn set(element: &types::Element, name: &str, value: Option<&str>) {
    match value {
        Some(value) => Rndr::set_attribute(element, name, value),
        None => Rndr::remove_attribute(element, name),
    }
}

fn build_attribute(element: &types::Element, name: &'static str, value: Value) -> Kept {
    match value {
        Value::Made(value) => {
            value.iter().for_each(|value| set(element, name, Some(value)));
            Kept::Made(value)
        }
        Value::Live(value) => Kept::Live(AttributeValue::build(value, element, name)),
        Value::Property(value) => Kept::Property(IntoProperty::build(value, element, name)),
    }
}

impl Render for Element {
    type State = Mounted;

    #[inline(never)]
    fn build(self) -> Mounted {
        let Parts { tag, fixed, attributes, children } = *self.0;
        let element = Rndr::create_element(tag, None);
        fixed.iter().for_each(|(name, value)| set(&element, name, Some(value)));
        let attributes =
            attributes.into_iter().map(|(name, value)| (name, build_attribute(&element, name, value))).collect();
        let mut children: Vec<AnyViewState> = children.into_iter().map(Render::build).collect();
        children.iter_mut().for_each(|child| child.mount(&element, None));
        Mounted { element, tag, fixed, attributes, children }
    }

    #[inline(never)]
    fn rebuild(self, state: &mut Mounted) {
        if !state.fits(&self.0) {
            let mut new = self.build();
            state.insert_before_this(&mut new);
            state.unmount();
            *state = new;
            return;
        }
        for ((name, value), (_, kept)) in self.0.attributes.into_iter().zip(&mut state.attributes) {
            match (value, kept) {
                (Value::Made(value), Kept::Made(kept)) if value == *kept => {}
                (Value::Live(value), Kept::Live(kept)) => AttributeValue::rebuild(value, name, kept),
                (Value::Property(value), Kept::Property(kept)) => IntoProperty::rebuild(value, kept, name),
                (value, kept) => {
                    set(&state.element, name, None);
                    *kept = build_attribute(&state.element, name, value);
                }
            }
        }
        self.0.children.into_iter().zip(&mut state.children).for_each(|(child, state)| child.rebuild(state));
    }
}

impl Mountable for Mounted {
    fn unmount(&mut self) {
        Rndr::remove(&self.element);
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        Rndr::insert_node(parent, &self.element, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let parent = Rndr::get_parent(&self.element).and_then(types::Element::cast_from);
        parent.inspect(|parent| child.mount(parent, Some(&self.element))).is_some()
    }

    fn elements(&self) -> Vec<types::Element> {
        vec![self.element.clone()]
    }
}

/// What Leptos asks of a view for a page that is written by a server. This page is not, so that nothing of it is called.
macro_rules! from_no_server {
    ($view:ty, $state:ty) => {
        no_attrs!($view);

        impl RenderHtml for $view {
            type AsyncOutput = Self;
            type Owned = Self;

            const MIN_LENGTH: usize = 0;

            fn dry_resolve(&mut self) {}

            async fn resolve(self) -> Self {
                self
            }

            fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

            fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> $state {
                self.build()
            }

            fn into_owned(self) -> Self {
                self
            }
        }
    };
}

from_no_server!(Element, Mounted);
from_no_server!(Content, AnyViewState);
