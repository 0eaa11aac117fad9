#pragma once

// The type checks of curl.h are macros around variadic functions; the functions below have types.
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>
#include <stdint.h>

static inline CURLcode ccurl_set_long(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode ccurl_set_string(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode ccurl_set_pointer(CURL *handle, CURLoption option, void *value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode ccurl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode ccurl_set_data_function(CURL *handle, CURLoption option,
                                               curl_write_callback function) {
  return curl_easy_setopt(handle, option, function);
}

static inline CURLcode ccurl_set_socket_function(CURL *handle, curl_opensocket_callback function) {
  return curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, function);
}

static inline CURLcode ccurl_set_request_function(CURL *handle, curl_prereq_callback function) {
  return curl_easy_setopt(handle, CURLOPT_PREREQFUNCTION, function);
}

static inline long ccurl_get_long(CURL *handle, CURLINFO info) {
  long value = 0;
  curl_easy_getinfo(handle, info, &value);
  return value;
}

static inline int64_t ccurl_get_offset(CURL *handle, CURLINFO info) {
  curl_off_t value = 0;
  curl_easy_getinfo(handle, info, &value);
  return value;
}

static inline const char *ccurl_get_string(CURL *handle, CURLINFO info) {
  const char *value = 0;
  curl_easy_getinfo(handle, info, &value);
  return value;
}

static inline void ccurl_set_identifier(CURL *handle, intptr_t identifier) {
  curl_easy_setopt(handle, CURLOPT_PRIVATE, (void *)identifier);
}

static inline intptr_t ccurl_get_identifier(CURL *handle) {
  char *value = 0;
  curl_easy_getinfo(handle, CURLINFO_PRIVATE, &value);
  return (intptr_t)value;
}

static inline CURLMcode ccurl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
  return curl_multi_setopt(multi, option, value);
}

static inline CURLcode ccurl_global_init(void) { return curl_global_init(CURL_GLOBAL_DEFAULT); }

static inline CURLcode ccurl_resume(CURL *handle) { return curl_easy_pause(handle, CURLPAUSE_CONT); }

// The body is copied, so that no pointer has to outlive the call.
static inline CURLcode ccurl_set_body(CURL *handle, const void *bytes, int64_t size) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)size);
  if (code != CURLE_OK) return code;
  return curl_easy_setopt(handle, CURLOPT_COPYPOSTFIELDS, bytes ? bytes : "");
}

static inline void ccurl_clear_body(CURL *handle) {
  curl_easy_setopt(handle, CURLOPT_COPYPOSTFIELDS, (const char *)0);
  curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)-1);
  curl_easy_setopt(handle, CURLOPT_HTTPGET, 1L);
}
