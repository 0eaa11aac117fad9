import Testing

@testable import Extraction

@Suite struct HTMLScanTests {
  private func scan(_ html: String, maxDepth: Int = 256) -> String {
    String(decoding: HTMLScan.scan(Array(html.utf8), maxDepth: maxDepth).markup, as: UTF8.self)
  }

  @Test(arguments: [
    ("a<script>if (a<b) '</p>'</script>b", "ab"),
    ("a<script><!-- <script></script> --></script>b", "ab"),
    ("a<STYLE>p{}</STYLE >b", "ab"),
    ("a<svg><path/><svg></svg></svg>b", "ab"),
    ("a<svg>b", "ab"),
    ("a<template><p>x</p></template>b", "ab"),
    ("a<!-- x > -- --!>b", "ab"),
    ("a<!-->b<!--->c", "abc"),
    ("a<!-- never closed <p>b", "ab"),
    ("a<!doctype html><?php ?>b", "ab"),
    ("a\0b", "a\u{FFFD}b"),
    ("1 < 2 <3", "1 &lt; 2 &lt;3"),
    ("<P Class=Byline onclick='a>b' ID = \"Nav\">", "<p class=\"Byline\" id=\"Nav\">"),
    ("<p id=date id=author>", "<p id=\"date\">"),
    ("<p role='a\"b'>", "<p role=\"a&quot;b\">"),
    ("a</b>c", "ac"),
    ("<b>a</b></b>", "<b>a</b>"),
    ("<title>a<b></title>c", "<title>a&lt;b></title>c"),
    ("x<a href=\"", "x"),
    ("<a href=\"x>y</a> z", "<a href=\"x\">y</a> z"),
    ("<p id='a>x<b>y</b><a title=\"b>z", "<p>x<b>y</b><a>z"),
    ("a<svg/>b<svg width=5/>c</svg>d<math />e", "abde"),
    ("<xmp><b>&amp;</xmp>x", "<pre>&lt;b>&amp;amp;</pre>x"),
    ("a<plaintext><b>&amp;</plaintext>", "a<pre>&lt;b>&amp;amp;&lt;/plaintext></pre>"),
    ("a<iframe>b", "ab"), ("a<noembed>b<noembed>c", "abc"), ("a<style>b", "a"),
    ("<select><option>a<p>b", "a<p>b"), ("<ruby>a<rt>b</ruby>", "<ruby>a<rt>b</ruby>"),
    ("<select>a</select>b", "<select>a</select>b"),
    ("<![CDATA[a]]>b", "b"), ("<div/>a", "<div>a"),
    ("&hellip;&nbsp;&copy;&CounterClockwise;", "…\u{A0}©&amp;CounterClockwise;"),
    ("&copy &ampx &#150;&#x41;&#0;&#xD800;&lt;&#60;", "© &amp;ampx –A\u{FFFD}\u{FFFD}&lt;&lt;"),
    ("a & b &", "a &amp; b &amp;"),
  ])
  func `keeps text and drops what nobody reads`(html: String, expected: String) {
    #expect(scan(html) == expected)
  }

  @Test(arguments: [
    ("<p class=x id=y title=z name=n style='color:red' href=/author/a>", "<p>"),
    ("<a class=x href=/a/b rel=nofollow>", "<a href=\"/a/b\">"),
    ("<a href=#x>", "<a>"), ("<a href=JavaScript:x()>", "<a>"), ("<p href=/x>", "<p>"),
    ("<base href=/x>", "<base href=\"/x\">"),
    ("<p>a \n b<pre>a \n  b</pre>\n\n c", "<p>a b<pre>a \n  b</pre> c"),
    ("<a href=/author/jane rel=author>", "<a href=\"/author/jane\" rel=\"author\">"),
    ("<p class=updated id=post-date>", "<p id=\"post-date\" class=\"updated\">"),
    ("<p class='x&#45;y'>", "<p class=\"x-y\">"),
    ("<time class=x id=y>", "<time class=\"x\" id=\"y\">"),
    ("<span class=sr-only>", "<span class=\"sr-only\">"),
    ("<p style='display:none'>", "<p style=\"display:none\">"),
    ("<link rel=canonical href=/a>", "<link rel=\"canonical\" href=\"/a\">"),
    ("<meta name=a content=b>", "<meta name=\"a\" content=\"b\">"),
  ])
  func `keeps the attributes that say something`(html: String, expected: String) {
    #expect(scan(html) == expected)
  }

  @Test(arguments: [
    ("a<script/>b<title/>c<div/>d<br/>e", "abc<div></div>d<br>e"),
    ("<![CDATA[<b> & &amp;]]>x", "&lt;b> &amp; &amp;amp;x"),
    ("<![CDATA[never <b>closed", "never <b>closed"),
    (
      "<h:html xmlns:h='http://www.w3.org/1999/xhtml'><h:p>a</h:p><h:script>b</h:script>c",
      "<html><p>a</p>c"
    ),
    ("<dc:title>a</dc:title>", "<dc-title>a</dc-title>"),
  ])
  func `reads empty elements, sections and prefixes as XML has them`(
    html: String,
    expected: String
  ) {
    let page = HTMLScan.scan(Array(html.utf8), maxDepth: 256, isXML: true)
    #expect(String(decoding: page.markup, as: UTF8.self) == expected)
  }

  @Test func `keeps the beginning of a value without end`() {
    let markup = scan("<div role='\(String(repeating: "ä", count: 100_000))'>x")
    #expect(markup.utf8.count < 2100)
    #expect(markup.hasSuffix("ä\">x"))
  }

  @Test func `keeps linked data aside`() {
    let html = "<script type='application/ld+json'>{\"a\":1}</script><script>x</script>"
    let page = HTMLScan.scan(Array(html.utf8), maxDepth: 9)
    #expect(page.linkedData.map { String(decoding: $0, as: UTF8.self) } == ["{\"a\":1}"])
    #expect(page.markup.isEmpty)
  }

  @Test func `looks at 256 attributes of a tag and counts all`() {
    let many = (0..<40_000).map { "a\($0)=1" }.joined(separator: " ")
    let page = HTMLScan.scan(Array("<p \(many) id=date>x".utf8), maxDepth: 9)
    #expect(String(decoding: page.markup, as: UTF8.self) == "<p>x")
    #expect(page.items == 40_002)
  }

  @Test func `leaves out tags beyond the depth and keeps their text`() {
    let html = String(repeating: "<div>", count: 5) + "x" + String(repeating: "</div>", count: 5)
    #expect(scan(html, maxDepth: 2) == "<div><div><hr><hr><hr>x<hr><hr><hr></div></div>")
  }
}
