"""What the scripts that score extraction share: the pages, a run over them, and their figures.

The data are found by RESEARCH_EVAL (default: ../shared/eval beside the repository); the metrics are those of the data's own
scorer, `extraction/score.py`. Pages are read without an address, as other extractors are scored.
"""
import gzip, hashlib, importlib.util, json, os, resource, subprocess, sys, tempfile, time

REPOSITORY = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
EVALUATION = os.environ.get("RESEARCH_EVAL") or os.path.join(REPOSITORY, "..", "shared", "eval")
DATA = os.path.join(EVALUATION, "extraction")
SETS = ["aeb", "n4k", "fundus", "traf", "wcxb", "postlight"]
FIELDS = [("title", "title", "norm"), ("authors", "author", "F1"), ("date", "date", "exact")]


def missing():
    """The files without which nothing can be scored."""
    wanted = ["score.py"] + [os.path.join(name, "truth.json") for name in SETS]
    return [path for path in wanted if not os.path.isfile(os.path.join(DATA, path))]


def lack():
    """What to say where data are missing; empty where all are here."""
    absent = missing()
    if not absent:
        return ""
    return "%s missing in %s (name the folder above it with RESEARCH_EVAL)" % (
        "the extraction data are" if len(absent) > len(SETS) else ", ".join(absent) + " of the extraction data", DATA)


def scorer():
    sys.dont_write_bytecode = True
    spec = importlib.util.spec_from_file_location("score", os.path.join(DATA, "score.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def truth(name):
    with open(os.path.join(DATA, name, "truth.json"), encoding="utf-8") as file:
        return json.load(file)


def is_chosen(page, share):
    """Whether a page is in the part that holds one page of `share`; fixed, whatever else there is."""
    return hashlib.sha256(page.encode()).digest()[0] % share == 0


def unpack(name, pages, folder):
    """Writes the pages of a set as files, and gives their paths by id."""
    paths = {}
    for page in pages:
        stem = os.path.join(DATA, name, "html", page)
        found = next((p for p in (stem + e for e in (".html.gz", ".html", ".gz", "")) if os.path.isfile(p)), None)
        if found is None:
            sys.exit("page %s of %s is not in %s" % (page, name, os.path.dirname(stem)))
        with open(found, "rb") as file:
            data = file.read()
        if data[:2] == b"\x1f\x8b":
            data = gzip.decompress(data)
        paths[page] = os.path.join(folder, "%s-%05d.html" % (name, len(paths)))
        with open(paths[page], "wb") as file:
            file.write(data)
    return paths


def extract(program, name, pages):
    """One call of `research extract`: what it says of each page, and the seconds of processor time that it took."""
    with tempfile.TemporaryDirectory() as folder:
        paths = unpack(name, pages, folder)
        ids = {path: page for page, path in paths.items()}
        listing = os.path.join(folder, "list.txt")
        with open(listing, "w") as file:
            file.write("\n".join(paths.values()))
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
        try:
            run = subprocess.run([program, "extract", listing, "-qq"], stdout=subprocess.PIPE, check=True)
        except (OSError, subprocess.CalledProcessError) as error:
            sys.exit("%s cannot extract the pages of %s: %s" % (program, name, error))
        wall, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
        found = {}
        for line in run.stdout.decode("utf-8").split("\n"):
            record = json.loads(line) if line else {}
            if "index" in record:
                found[ids[record["source"]]] = prediction(record)
        spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return found, spent, wall


def prediction(record):
    return {"text": record.get("text", ""), "title": record.get("title", ""),
            "author": ", ".join(record.get("authors", [])), "date": record.get("published", "")[:10]}


def answer(line):
    """What a line of `ResearchScore answers` says of a page."""
    return prediction({key: value for key, value in json.loads(line).items() if value is not None})


def text_score(score, data, pages, found):
    """F1, precision and recall of the texts; None for a set without texts."""
    if data.get("metric") not in score.METRICS:
        return None
    each, together = score.METRICS[data["metric"]]
    return together([each(data["pages"][page], found.get(page, {}).get("text", "")) for page in pages])


def metadata_score(score, pages, found):
    """Title, authors and date by name; those are missing that no page has."""
    all_scores = score.meta_scores(pages, found)
    return {field: all_scores[name][measure] for field, name, measure in FIELDS if name in all_scores}
