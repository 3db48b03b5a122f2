//! Tables of what is no JSON, no UTF-8, or not ours.

/// Values that are no JSON, in the spirit of the public suites of broken JSON.
#[rustfmt::skip]
pub const BROKEN_VALUES: [&str; 94] = [
    "[", "]", "{", "}", "[1", "[1,", "[1,]", "[,1]", "[1,,2]", "[,]", "[1 2]", "[1:2]", "[[]", "[]]", "[{}", "[}",
    "{]", "[\"a\"", "[\"a", "[1}", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}", "{,}", "{,\"a\":1}",
    "{\"a\":1,,\"b\":2}", "{\"a\" 1}", "{\"a\"::1}", "{\"a\":1 \"b\":2}", "{\"a\":}", "{:1}", "{a:1}", "{1:1}",
    "{null:1}", "{'a':1}", "{\"a\":'b'}", "{\"a\",1}", "{\"a\"=1}", "{[]:1}", "{\"a\":1}}", "{\"a\":1]", "'a'", "\"a",
    "a\"", "\"", "\"\\\"", "\"\\x41\"", "\"\\a\"", "\"\\u\"", "\"\\u1\"", "\"\\u12\"", "\"\\u123\"", "\"\\u123g\"",
    "\"\\U0041\"", "\"\\\"\"\"", "\"\t\"", "\"\n\"", "\"\r\"", "\"\u{1}\"", "\"\u{1f}\"", "\"\\ud800\"",
    "\"\\udc00\"", "\"\\ud800\\u0041\"", "\"\\ud83d\\ud83d\"", "\"\\ud83dx\"", "01", "-01", "+1", "-", "--1", "1.",
    ".1", "-.1", "1.e1", "1e", "1e+", "1e-", "1e1.5", "0x10", "1_000", "1 000", "１", "NaN", "nan", "Infinity",
    "-Infinity", "True", "nul", "truefalse", "undefined", "/* a */ 1", "1 // a",
];

/// Bytes inside a string that are no UTF-8.
#[rustfmt::skip]
pub const BAD_UTF8: [&[u8]; 24] = [
    b"\x80", b"\xbf", b"\xc0\xaf", b"\xc1\xbf", b"\xc3", b"\xc3\x28", b"\xe2\x82", b"\xe2\x28\xa1", b"\xe0\x80\xaf",
    b"\xe0\x9f\xbf", b"\xed\xa0\x80", b"\xed\xbf\xbf", b"\xed\xa0\xbd\xed\xb8\x80", b"\xf0\x9f\x98",
    b"\xf0\x80\x80\xaf", b"\xf0\x8f\xbf\xbf", b"\xf4\x90\x80\x80", b"\xf5\x80\x80\x80", b"\xf8\x88\x80\x80\x80",
    b"\xfc\x84\x80\x80\x80\x80", b"\xfe", b"\xff", b"caf\xe9", b"\x93quoted\x94",
];

/// JSON that is valid and is not ours.
#[rustfmt::skip]
pub const OTHER_JSON: [&str; 28] = [
    "null", "true", "false", "0", "-1", "1.5", "1e999", "-1e999", "\"\"", "\"bluepencil\"", "[]", "{}", "[{}]", "[[[]]]", "[null]",
    "{\"a\":1}", "{\"format\":null}", "{\"format\":1}", "{\"format\":\"\"}",
    "{\"format\":\"Bluepencil\",\"version\":1}", "{\"format\":\"bluepencil \",\"version\":1}",
    "{\"format\":[\"bluepencil\"],\"version\":1}", "{\"version\":1,\"articles\":[]}",
    "{\"type\":\"FeatureCollection\",\"features\":[]}",
    "{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"type\":\"AnnotationPage\",\"items\":[]}",
    "{\"name\":\"package\",\"version\":\"1.0.0\"}", "{\"total\":0,\"rows\":[]}",
    "{\"text\":\"x\",\"label\":[[0,1,\"A\"]]}",
];
