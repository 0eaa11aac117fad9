"""Runs LiteLLM's proxy and the program against it; says what each case came to, and fails with it.

python3 models_proxy.py PROGRAM LITELLM FOLDER
"""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time

program, litellm, work = sys.argv[1:4]
HERE = os.path.dirname(os.path.abspath(__file__))
CONFIG = """
model_list:
  - model_name: mock
    litellm_params:
      model: openai/mock
      api_key: none
      mock_response: "The keeper of the lighthouse wrote letters about it [1]."
general_settings:
  custom_auth: models_auth.check
litellm_settings:
  telemetry: false
"""
TOWNS = "Alesund Bergen Cadiz Dover Esbjerg Faro Genoa Haifa Izmir Jaffa".split()
failures = []


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def write_pages(count):
    names = []
    for number in range(count):
        town, year = TOWNS[number % len(TOWNS)], 1700 + number
        name = os.path.join(work, "p%03d.html" % number)
        with open(name, "w") as page:
            page.write(
                f"<html lang=en><title>{town} in {year}</title><article><h1>{town} in {year}</h1>"
                f"<p>The harbour of {town} opened again in {year} after storms had filled it with sand."
                f" Ship number {number} was laden with timber and with {number + 7} barrels of salt.</p>"
                f"<p>The keeper of the lighthouse wrote letters about it. Nobody in the town had"
                f" expected {number * 3 + 11} visitors in a single year.</p></article>"
            )
        names.append(name)
    path = os.path.join(work, "list%d.txt" % count)
    with open(path, "w") as listing:
        listing.write("\n".join(names) + "\n")
    return path


class Proxy:
    """The proxy, and what its access log says of each case."""

    def __enter__(self):
        self.port = free_port()
        self.log = os.path.join(work, "proxy.log")
        shutil.copy(os.path.join(HERE, "models_auth.py"), work)
        with open(os.path.join(work, "config.yaml"), "w") as config:
            config.write(CONFIG)
        environment = dict(
            os.environ,
            LITELLM_MASTER_KEY="sk-master-of-a-proxy-on-loopback-only-000000000000001",
            LITELLM_RATE_LIMIT_WINDOW_SIZE="10",
            LITELLM_LOCAL_MODEL_COST_MAP="True",
            PYTHONPATH=work,
        )
        self.process = subprocess.Popen(
            [litellm, "--config", "config.yaml", "--host", "127.0.0.1", "--port", str(self.port)],
            cwd=work,
            env=environment,
            stdout=open(self.log, "w"),
            stderr=subprocess.STDOUT,
        )
        for _ in range(240):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return self
            if self.process.poll() is not None:
                break
            time.sleep(0.5)
        sys.exit("the proxy does not start:\n" + open(self.log).read()[-2000:])

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(30)

    def statuses(self, since):
        """How often each status was answered to a completion, from a place of the log on."""
        time.sleep(1)
        with open(self.log) as log:
            log.seek(since)
            found = re.findall(r'"POST /v1/chat/completions HTTP/1.1" (\d+)', log.read())
        return {status: found.count(status) for status in sorted(set(found))}


def run(proxy, name, key, listing, *options, code=0):
    """One run: its records, its report, what the proxy answered."""
    since = os.path.getsize(proxy.log)
    records, report = os.path.join(work, name + ".jsonl"), os.path.join(work, name + ".md")
    start = time.monotonic()
    done = subprocess.run(
        [program, listing, "-o", report, "--records", records, "-q", "--model", "mock"]
        + ["--base-url", f"http://127.0.0.1:{proxy.port}/v1", *options],
        env=dict(os.environ, OPENAI_API_KEY=key),
        capture_output=True,
        text=True,
        timeout=300,
    )
    seconds = time.monotonic() - start
    statuses = proxy.statuses(since)
    lines = []
    if os.path.exists(records):
        lines = [json.loads(line) for line in open(records)]
    sources = [line for line in lines if "index" in line]
    written = sum(source.get("model") == "mock" for source in sources)
    calls = sum(statuses.values())
    share = 100 * statuses.get("429", 0) / max(1, calls)
    print(
        f"{name}: exit {done.returncode}, {len(sources)} records, {written} written by the model, "
        f"answers {statuses}, {share:.1f} % refused, {seconds:.1f} s",
        flush=True,
    )
    check(name, done.returncode == code, f"exit {done.returncode}, not {code}: {done.stderr[-500:]}")
    check(name, key not in done.stdout + done.stderr, "the key is in what it says")
    if code == 0:
        check(name, all(s["outcome"] == "used" for s in sources), "a source was not used")
        verified = subprocess.run(
            [program, "verify", report, "--records", records], capture_output=True, text=True
        )
        check(name, verified.returncode == 0, "verify: " + (verified.stdout + verified.stderr)[-500:])
    return sources, written, statuses, share, done


def check(name, holds, message):
    if not holds:
        failures.append(f"{name}: {message}")


few, many = write_pages(20), write_pages(200)
with Proxy() as proxy:
    for name, options in (("streamed", []), ("whole", ["--no-stream"])):
        sources, written, statuses, _, _ = run(proxy, name, "sk-ci-models-free-000001", few, *options)
        check(name, written == 20, f"{written} of 20 pages written by the model")
        check(name, statuses == {"200": 21}, f"answers {statuses}, not 21 of status 200")
        counted = sum(s["usage"]["prompt_tokens"] > 0 for s in sources if s.get("usage"))
        check(name, counted == 20, f"usage of {counted} of 20 pages")
    _, written, statuses, _, _ = run(
        proxy, "paced", "sk-ci-models-paced-00001", many, "--rpm", "320"
    )
    check("paced", written == 200, f"{written} of 200 pages written by the model")
    check("paced", "429" not in statuses, "calls were refused")
    for name, options in (("eager", ["--no-stream"]), ("stream", [])):
        key = {"eager": "sk-ci-models-eager-00001", "stream": "sk-ci-models-stream-0001"}[name]
        _, written, _, share, _ = run(proxy, name, key, many, *options)
        check(name, written == 200, f"{written} of 200 pages written by the model")
        check(name, share < 20, f"{share:.1f} % of the calls were refused")
    _, written, _, _, _ = run(proxy, "tokens", "sk-ci-models-tokens-0001", few)
    check("tokens", written == 20, f"{written} of 20 pages written by the model")
    _, _, statuses, _, done = run(proxy, "wrong-key", "sk-ci-models-wrong-00001", few, code=1)
    check("wrong-key", not statuses, "a completion was asked for with a wrong key")
    check("wrong-key", "OPENAI_API_KEY" in done.stderr, "the message names no remedy")

for failure in failures:
    print("FAILED", failure)
sys.exit(1 if failures else 0)
