"""Makes sentences that passages do and do not support, from real texts, by changing them.

Each case is a dictionary: kind, lang, sentence, passages (or text), holds (whether it is still supported).
"""
import json, os, random, re

ROOT = os.environ.get("SUMMARISE_DATA", "/work/shared/eval/summarise")
SETS = ["multinews", "cnndm", "orangesum", "klexikon", "vmds", "vcsum"]
TIMES = {  # words behind (or, "<", before) which a denial is put
    "en": (r"\b(is|was|are|were|has|have|had|will|would|can|could|should|may|must)\b(?! not\b| no\b| never\b|n't)", r"\1 not"),
    "fr": (r"(?<!n')(?<!ne )\b(est|sont|était|a|ont|avait|peut|doit|sera|va)\b(?! pas\b| rien| jamais| plus| aucun)", r"ne \1 pas"),
    "de": (r"\b(ist|sind|war|waren|wurde|wurden|hat|hatte|kann|konnte|wird)\b(?! nicht\b| kein)", r"\1 nicht"),
    "vi": (r"(?<!không )(?<!chưa )\b(được|có|phải|là|bị)\b", r"không \1"),
    "zh": (r"(?<![不没就还但可或])(是|会|能|要|有)(?!不|没)", r"不\1"),
}
DENIALS = {"en": r"\b(not|never)\s|(?<=\w)n't\b", "fr": r"\b(pas|jamais)\s", "de": r"\b(nicht|nie)\s",
           "vi": r"\b(không|chưa)\s", "zh": r"[不没](?!仅|过|但|同|断|错)"}
LETTERS = {"en": ("the", "a"), "fr": ("la", "une"), "de": ("der", "ein"), "vi": ("các", "những"), "zh": ("的", "")}
FORMS = [(r"\btwo\b", "2"), (r"\bthree\b", "3"), (r"\bfour\b", "4"), (r"\bfive\b", "5"), (r"\bdeux\b", "2"), (r"\btrois\b", "3"),
         (r"\bzwei\b", "2"), (r"\bdrei\b", "3"), (r"\bhai\b", "2"), (r"(\d),(\d{3})\b", r"\1\2"), (r"(\d)\.(\d{3})\b", r"\1\2")]
TURNS = [("increase", "decrease"), ("increased", "decreased"), ("more", "less"), ("before", "after"), ("rose", "fell"), ("first", "last"),
         ("won", "lost"), ("high", "low"), ("higher", "lower"), ("supports", "opposes"), ("accepted", "rejected"), ("old", "new"),
         ("early", "late"), ("open", "closed"), ("all", "some"), ("men", "women"), ("up", "down"), ("gained", "lost")]


def sentences(text, lang):
    parts = []
    for paragraph in re.split(r"\n+", text):
        mark = r"(?<=[。！？])" if lang == "zh" else r"(?<=[.!?])[\"”»]?\s+(?=[\"“«(]?[A-ZÀ-ỸÄÖÜĐ])"
        parts += [" ".join(part.split()) for part in re.split(mark, paragraph)]
    bounds = (15, 90) if lang == "zh" else (50, 320)
    return [part for part in parts if bounds[0] <= len(part) <= bounds[1] and part[-1] in ".!。！"]


def names(sentence):
    return [m for m in re.finditer(r"(?<=[^\W\d_] )[^\W\d_]{3,}|(?<=, )[^\W\d_]{3,}", sentence) if m.group()[0].isupper()]


def cases(limit):
    for name in SETS:
        random.seed(name)
        with open(os.path.join(ROOT, name + ".jsonl")) as lines:
            records = [json.loads(line) for line in lines]
        random.shuffle(records)
        others = [r["documents"][0] for r in records]
        for number, record in enumerate(records[:limit]):
            lang = record["lang"] or "en"
            for document in record["documents"][:2]:
                found = sentences(document, lang)
                if len(found) < 4:
                    continue
                for place in random.sample(range(1, len(found) - 1), min(4, len(found) - 2)):
                    for case in changed(found, place, document, others[(number + 1) % len(others)], lang):
                        yield dict(case, lang=lang, set=name)


def changed(found, place, document, other, lang):
    one, last, after = found[place], found[place - 1], found[place + 1]

    def case(kind, sentence, holds, passages=None):
        return {"kind": kind, "sentence": sentence, "holds": holds, "passages": passages or [one]}

    yield case("same", one, True)
    yield from kept(case, one, last, after, lang)
    yield from broken(case, found, one, document, other, lang)


def kept(case, one, last, after, lang):
    comma = "，" if lang == "zh" else ", "
    parts = one[:-1].split(comma)
    denial = re.compile(DENIALS[lang])
    if len(parts) > 2 and not denial.search(parts[1]):
        cut = comma.join(parts[:1] + parts[2:]) + one[-1]
        yield case("shortened: a clause within", cut, True)
        yield case("shortened, among three sentences", cut, True, [last, one, after])
    if len(parts) > 1 and not denial.search(parts[-1]) and len(parts[0]) > 20:
        yield case("shortened: the last clause", comma.join(parts[:-1]) + one[-1], True)
        front = parts[-1] + comma + comma.join(parts[:-1]) + one[-1]
        yield case("clauses in another order", front, True)
    bare = re.sub(r"\s*[(（][^()（）]*[)）]", "", one)
    if bare != one and not denial.search(one):
        yield case("shortened: a parenthesis", bare, True)
    old, new = LETTERS[lang]
    other = re.sub(r"\b%s\b" % old if lang != "zh" else old, new, one)
    if other != one:
        yield case("other function words", other, True)
    form = one
    for pattern, to in FORMS:
        form = re.sub(pattern, to, form)
    if form != one:
        yield case("numbers in another form", form, True)
    link = {"en": " and ", "fr": " et ", "de": " und ", "vi": " và ", "zh": "，"}[lang]
    yield case("two sentences joined", one[:-1] + link + after, True, [one, after])


def broken(case, found, one, document, other, lang):
    rest = document.replace(one, " ")
    numbers = [m for m in re.finditer(r"\d+(?:[.,]\d+)*", one)]
    if numbers:
        m = random.choice(numbers)
        pool = [n for n in re.findall(r"\d+(?:[.,]\d+)*", rest) if n.strip("0") != m.group().strip("0")
                and n not in [x.group() for x in numbers]]
        new = random.choice(pool) if pool and random.random() < 0.5 else str(int(re.sub(r"\D", "", m.group())[:9]) + random.choice([1, 3, 10]))
        yield case("a number swapped", one[:m.start()] + new + one[m.end():], False)
    spoken = [("two", "three"), ("million", "billion"), ("three", "five"), ("deux", "trois"), ("millions", "milliards"),
              ("zwei", "drei"), ("Millionen", "Milliarden"), ("hai", "ba"), ("triệu", "tỷ"), ("三", "五"), ("两", "四"), ("万", "亿")]
    for old, new in spoken:
        pattern = old if lang == "zh" else r"\b%s\b" % old
        if re.search(pattern, one):
            yield case("a number word swapped", re.sub(pattern, new, one, count=1), False)
            break
    if lang != "zh":
        inside = names(one)
        pool = sorted({m.group() for s in found if s != one for m in names(s)} - set(re.findall(r"\w+", one)))
        if inside and pool:
            m = random.choice(inside)
            new = random.choice(pool)
            yield case("a name swapped" if lang != "de" else "a noun or name swapped", one[:m.start()] + new + one[m.end():], False)
        start = re.match(r"[^\W\d_]{4,}", one)
        if start and start.group() in {m.group() for s in found for m in names(s)} and pool:
            yield case("the first word swapped", random.choice(pool) + one[start.end():], False)
        if len(inside) > 1 and inside[0].group() != inside[-1].group():
            a, b = inside[0], inside[-1]
            yield case("two names exchanged", one[:a.start()] + b.group() + one[a.end():b.start()] + a.group() + one[b.end():], False)
    else:
        grammar = set("的了是在我有和就不人都一个也很到说要去你会着没看好自己这那们他她它与及或但而因为所以于之其被把从对向等吗呢吧啊么什怎还又再更最已将可能上下中里来给让用得地三五两")
        runs = [m for m in re.finditer(r"[\u4e00-\u9fff]{4,}", rest) if not grammar & set(m.group()[:3])]
        at = random.randrange(2, len(one) - 5)
        run = random.choice(runs).group()[:3] if runs else ""
        if run and re.fullmatch(r"[\u4e00-\u9fff]{3}", one[at:at + 3]) and not grammar & set(one[at:at + 3]) and run not in one and one[at:at + 3] != run:
            yield case("three characters swapped", one[:at] + run + one[at + 3:], False)
    pattern, to = TIMES[lang]
    put = [m for m in re.finditer(pattern, one)]
    if put:
        m = random.choice(put)
        yield case("a denial put in", one[:m.start()] + m.expand(to) + one[m.end():], False)
    gone = re.sub(DENIALS[lang], "", one, count=1)
    if gone != one:
        yield case("a denial taken out", gone, False)
    for old, new in TURNS if lang == "en" else []:
        if re.search(r"\b%s\b" % old, one):
            yield case("a word turned into its opposite", re.sub(r"\b%s\b" % old, new, one, count=1), False)
            break
    yield case("another sentence of the text", random.choice([s for s in found if s != one]), False)
    foreign = sentences(other, lang)
    if foreign:
        yield case("a sentence of another text", random.choice(foreign), False)
