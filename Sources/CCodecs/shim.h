#pragma once

#include <brotli/decode.h>
#include <libdeflate.h>
#include <zstd.h>
