//! Addresses: each place in the page has one, and it leads back there.

use bluepencil::annotation::AnnotationId;
use bluepencil::article::ArticleId;
use bluepencil::session::{Command, Route};
use proptest::prelude::*;
use uuid::Uuid;

use crate::support::build::{article_id, harbour, id};
use crate::support::desk::Desk;

fn route() -> impl Strategy<Value = Route> {
    let article = any::<u128>().prop_map(|number| ArticleId::new(Uuid::from_u128(number)));
    let annotation = any::<u128>().prop_map(|number| AnnotationId::new(Uuid::from_u128(number)));
    prop_oneof![
        Just(Route::Start),
        Just(Route::Library),
        article.clone().prop_map(Route::Read),
        (article, proptest::option::of(annotation)).prop_map(|(article, focus)| Route::Article(article, focus)),
    ]
}

proptest! {
    #[test]
    fn an_address_is_read_as_it_is_written(route in route()) {
        prop_assert_eq!(Route::parse(&route.to_string()), route);
    }

    #[test]
    fn anything_else_is_the_start(fragment in "#?/?[a-z]{0,8}(/[a-z0-9-]{0,12}){0,4}") {
        prop_assume!(fragment.trim_start_matches('#').trim_matches('/') != "library");
        prop_assert_eq!(Route::parse(&fragment), Route::Start);
    }
}

#[test]
fn addresses_look_like_this() {
    let article = article_id(1);
    let (plain, focused) = (Route::Article(article, None), Route::Article(article, Some(id(2))));
    let routes = [Route::Start, Route::Library, plain, focused, Route::Read(article)];
    let article = "#/article/00000000-0000-0002-0000-000000000001";
    let annotation = format!("{article}/annotation/00000000-0000-0001-0000-000000000002");
    let read = format!("{article}/read");
    assert_eq!(routes.map(|route| route.to_string()), ["#/", "#/library", article, &annotation, &read]);
}

#[test]
fn an_annotation_that_is_none_still_opens_its_article() {
    let written = format!("#/article/{}/annotation/none", article_id(1));
    assert_eq!(Route::parse(&written), Route::Article(article_id(1), None));
}

#[test]
fn something_after_the_library_is_no_address() {
    assert_eq!(Route::parse("#/library/1"), Route::Start);
}

#[test]
fn the_address_follows_what_is_shown() {
    let mut desk = Desk::with(&[&harbour(1, &["close"])]);
    assert_eq!(desk.session.route(), Route::Article(article_id(1), None));
    desk.command(Command::NextAnnotation);
    assert_eq!(desk.session.route(), Route::Article(article_id(1), Some(id(1))));
    desk.command(Command::Library);
    assert_eq!(desk.session.route(), Route::Library);
}

#[test]
fn without_an_article_the_reader_has_the_address_of_the_start() {
    assert_eq!(bluepencil::session::Session::default().route(), Route::Start);
}
