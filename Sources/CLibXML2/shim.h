#pragma once

// Debian's libxml2 shows ICU's headers, which contradict Foundation's own copy of them: whoever imports both would not
// compile. Nothing of ICU is used here, and only the end of a structure that nobody touches depends on it.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/xmlerror.h>
#include <string.h>

/// What libxml2 has to say, to nobody.
static inline void research_ignore_xml_error(void *context, xmlErrorPtr error) {
  (void)context;
  (void)error;
}

/// The same for the parts of it that print by themselves.
static inline void research_ignore_xml_message(void *context, const char *format, ...) {
  (void)context;
  (void)format;
}

/// Reads a whole UTF-8 page and reports its elements and text; nothing is printed, nothing is fetched, no tree is made.
/// The handlers may end the parse with xmlStopParser on the context stored in `running`. Returns 0 when memory ran out.
static inline int research_parse_html(const char *bytes, int count, void *user, htmlParserCtxtPtr *running,
                                      startElementSAXFunc start, endElementSAXFunc end, charactersSAXFunc text) {
  // Both are kept for each thread, and some errors, of memory for one, never reach the context's own handlers.
  xmlSetStructuredErrorFunc(NULL, research_ignore_xml_error);
  xmlSetGenericErrorFunc(NULL, research_ignore_xml_message);
  htmlParserCtxtPtr context = htmlNewParserCtxt();
  if (context == NULL) return 0;
  memset(context->sax, 0, sizeof(*context->sax));
  context->sax->startElement = start;
  context->sax->endElement = end;
  context->sax->characters = text;
  context->sax->ignorableWhitespace = text;
  context->userData = user;
  *running = context;
  // The parser's default error function prints; a context without handlers and with these options stays silent.
  int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                HTML_PARSE_IGNORE_ENC | HTML_PARSE_COMPACT | XML_PARSE_HUGE;
  xmlDocPtr document = htmlCtxtReadMemory(context, bytes, count, NULL, "UTF-8", options);
  if (document != NULL) xmlFreeDoc(document);
  *running = NULL;
  htmlFreeParserCtxt(context);
  return 1;
}
