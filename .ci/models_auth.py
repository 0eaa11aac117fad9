"""The keys of the proxy that .ci/models runs: each has limits of its own, in windows of 10 s."""

from fastapi import HTTPException
from litellm.proxy._types import UserAPIKeyAuth

LIMITS = {
    "sk-ci-models-free-000001": {},
    "sk-ci-models-paced-00001": {"rpm_limit": 60},
    "sk-ci-models-eager-00001": {"rpm_limit": 60},
    "sk-ci-models-stream-0001": {"rpm_limit": 60},
    "sk-ci-models-tokens-0001": {"tpm_limit": 6000},
}


async def check(request, api_key):
    if api_key not in LIMITS:
        raise HTTPException(status_code=401, detail="this key is not known")
    return UserAPIKeyAuth(api_key=api_key, **LIMITS[api_key])
