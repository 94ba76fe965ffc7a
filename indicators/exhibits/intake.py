"""What the data page takes from an office: files to be checked, and tables to be taken in."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from indicators import apart, filters, ledger, sentences, store
from indicators.exhibits import uploads
from indicators.exhibits.layout import list_problems
from indicators.filters import Selection
from indicators.gate import Problem, imports, is_read, table_of, templates
from indicators.gate.headings import with_name
from indicators.language import Language
from indicators.markdown import verbatim
from indicators.sentences.documents import document

# Names of a table that are offered to be chosen for at a time.
MOST_NAMES = 20
OBSERVATIONS, ORDERS = "observations", ledger.FOLDER
SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def check(known: list[str], selection: Selection) -> None:
    """Files as they would be judged in data/, new ones too; they are not kept.

    `known` are the names of the files in force. A file with the columns of a ledger is judged as
    one.
    """
    language = selection.language
    sent = uploads.ask(language.text("intake.upload"), key="check-files", several=True)
    if not sent:
        return
    try:
        with st.spinner(language.text("data.checking")):
            orders = store.ledgers({upload.name: upload.getvalue() for upload in sent})
        figures = _laid([upload for upload in sent if upload.name not in orders], known, language)
        items = _laid(
            [upload for upload in sent if upload.name in orders],
            store.order_files() if orders else [],
            language,
            ORDERS,
        )
        with st.spinner(language.text("data.checking")):
            problems = [*_judged(figures), *_judged_orders(items, language)]
    except apart.Exceeded:
        st.error(language.text("intake.exceeded"))
        return
    refused = {problem.file for problem in problems if problem.severity == "refused"}
    _note_check(sent, problems)
    word = "refused" if refused else "accepted"
    (st.error if refused else st.success)(language.text(f"data.would_be_{word}"))
    list_problems(problems, selection)
    for name in figures.files.keys() & refused:
        _offer_mended(figures, name, language)


def _note_check(sent: Iterable[UploadedFile], problems: Iterable[Problem]) -> None:
    """The journal is told which files were checked, by name and hash, and how many faults found."""
    counted = Counter(problem.severity for problem in problems)
    files = {one.name: sha256(one.getvalue()).hexdigest()[:32] for one in sent}
    filters.note_once("check", {"files": files, "problems": dict(counted)})


@dataclass(frozen=True)
class _Offered:
    """Files by the names that they would have in data/, and those in whose place they would be."""

    files: Mapping[str, bytes]
    instead_of: list[str]


def _laid(
    uploads: Iterable[UploadedFile],
    known: list[str],
    language: Language,
    folder: str = OBSERVATIONS,
) -> _Offered:
    """Draw the choice of a place for each, among the files of its kind that are known."""
    files, replaced = {}, []
    for upload in uploads:
        place = _place(upload.name, upload.file_id, known, language, folder)
        files[_name_at(place, upload.name)] = upload.getvalue()
        replaced.append(place)
    return _Offered(files, replaced)


def _judged(offered: _Offered) -> tuple[Problem, ...]:
    return store.check(offered.files, instead_of=offered.instead_of) if offered.files else ()


def _judged_orders(offered: _Offered, language: Language) -> tuple[Problem, ...]:
    """What the ledger's gate says; a caption where it could not look at the items in force too."""
    if not offered.files:
        return ()
    problems, is_beside = store.check_orders(offered.files, instead_of=offered.instead_of)
    if not is_beside:
        st.caption(language.text("intake.orders_alone"))
    return problems


def _place(name: str, key: str, known: list[str], language: Language, folder: str) -> str:
    """Draw the choice of the file that an upload is to replace, or of its own place."""
    stem = PurePosixPath(name).stem
    own = f"{folder}/{name}"
    places = [*known, *([] if own in known else [own])]
    same = [place for place in places if PurePosixPath(place).stem == stem]
    return st.selectbox(
        verbatim(language.text("intake.place", file=name)),
        places,
        index=places.index(same[0] if same else own),
        format_func=lambda place: f"data/{place}" + _note(place, known, language),
        key=f"check-place-{key}-{name}",
    )


def _note(place: str, known: list[str], language: Language) -> str:
    return "" if place in known else language.text("intake.new")


def _name_at(place: str, upload: str) -> str:
    """An upload's name at its place in data/: a workbook stays one."""
    suffix = PurePosixPath(upload).suffix.lower()
    return str(PurePosixPath(place).with_suffix(suffix)) if is_read(upload) else place + suffix


def _offer_mended(offered: _Offered, name: str, language: Language) -> None:
    """A copy in which is mended what is certain, where there is anything to be mended."""
    content = store.mended(offered.files, name, instead_of=offered.instead_of)
    if content and content != offered.files[name]:
        stem = PurePosixPath(name).stem
        label = verbatim(language.text("intake.mended", file=PurePosixPath(name).name))
        _offer(language.text("intake.mended_file", file=stem), lambda: content, label)
        st.caption(language.text("intake.mended_note"))


def describe(file: str, selection: Selection) -> None:
    """What belongs into the columns of a file, and a template of it."""
    language, table = selection.language, table_of(file)
    if table is None:
        return
    forms = {with_name(name, language.code): f for name, f in templates.columns(table).items()}
    st.dataframe(sentences.column_list(forms, language), hide_index=True)
    if table == OBSERVATIONS:
        stem = PurePosixPath(file).stem
        label = verbatim(language.text("intake.template", file=stem))
        _offer(f"{stem}.xlsx", lambda: store.template(file), label, SHEETS)
        st.caption(language.text("intake.template_note"))
    else:
        _offer(f"{table}.csv", lambda: templates.as_csv(table), language.text("data.template"))


def take_in(selection: Selection) -> None:
    """A table as an office keeps it, shown as the figures that it becomes, and given back."""
    language = selection.language
    st.markdown(language.text("intake.what"))
    sent = uploads.ask(language.text("intake.table"), key="import-file")
    if not sent:
        return
    [upload] = sent
    try:
        sheets = store.sheets(upload.name, upload.getvalue())
    except imports.Broken as broken:
        st.error(verbatim(broken.zh if language.code == "zh" else broken.en))
        return
    except apart.Exceeded:
        st.error(language.text("intake.exceeded"))
        return
    grid = sheets[0]
    if len(sheets) > 1:
        names = [sheet.name for sheet in sheets]
        grid = sheets[names.index(st.selectbox(language.text("intake.sheet"), names))]
    choices = _choices(selection)
    table = imports.recognised(grid, store.vocabulary(), choices)
    chosen = _choose_names(table.unmatched, language)
    if chosen:
        table = imports.recognised(grid, store.vocabulary(), choices.named(chosen))
        if st.button(language.text("intake.keep")):
            store.choices().named(chosen).keep(store.working())
            st.success(verbatim(language.text("intake.kept", count=len(chosen))))
    _show(table, selection)
    _give_back(table, upload.name, choices.status, selection)


def _choices(selection: Selection) -> imports.Choices:
    """Draw what holds for figures of which the table says nothing else."""
    language = selection.language
    areas = filters.names("areas", language)
    first, second, third, fourth = st.columns(4)
    area = first.selectbox(
        language.text("intake.area"),
        areas,
        index=list(areas).index(selection.home),
        format_func=areas.__getitem__,
        key=f"import-area-{language.code}",
    )
    year = second.text_input(language.text("intake.year"), key="import-year", max_chars=4)
    kinds = {"": "unknown", "month": "month", "year_to_date": "to_date"}
    coverage = third.selectbox(
        language.text("intake.months"),
        kinds,
        format_func=lambda kind: language.text(f"intake.months_{kinds[kind]}"),
        key=f"import-months-{language.code}",
    )
    status = fourth.selectbox(
        language.text("intake.status"),
        ["A", "P", "E"],
        format_func=lambda code: language.text(f"intake.status_{code}"),
        key=f"import-status-{language.code}",
    )
    kept = store.choices().names
    return imports.Choices(kept, area, year.strip() or None, coverage or None, status)


def _choose_names(unmatched: list[str], language: Language) -> dict[str, str]:
    """Draw a choice for each name that nothing in data/ has; what was chosen, by name."""
    if not unmatched:
        return {}
    title = language.text("intake.unmatched", count=len(unmatched))
    st.header(verbatim(title), anchor=False)
    names = _names(language)
    chosen = {}
    for name in unmatched[:MOST_NAMES]:
        near = [code for code in store.vocabulary().nearest(name) if code in names]
        listed = language.listed([names[code] for code in near])
        label = language.text("intake.near", name=name, near=listed)
        code = st.selectbox(
            verbatim(label if near else name),
            ["", *dict.fromkeys([*near, *names])],
            format_func=lambda code: names.get(code) or language.text("intake.leave_out"),
            key=f"import-name-{language.code}-{name}",
        )
        if code:
            chosen[name] = code
    return chosen


def _names(language: Language) -> dict[str, str]:
    """Code → name, of indicators and areas; in English the Chinese one beside it."""
    tables = ("indicators", "areas")
    names = {
        code: name for table in tables for code, name in filters.names(table, language).items()
    }
    if language.code == "zh":
        return names
    chinese = store.vocabulary().names
    return {code: f"{name} ({chinese[code]})" for code, name in names.items()}


def _show(table: imports.Import, selection: Selection) -> None:
    language = selection.language
    words = {
        "figures": language.number(len(table.figures)),
        "others": language.number(len(table.others)),
        "empty": language.number(table.empty),
    }
    show = st.warning if table.others or not table.figures else st.success
    show(verbatim(language.text("intake.found", **words)))
    if table.figures:
        names = _names(language)
        listed = sentences.figure_list(table.figures, names, language)
        st.dataframe(listed, hide_index=True)
    if table.others:
        st.header(language.text("intake.others"), anchor=False)
        st.dataframe(sentences.unknown_list(table.others, language), hide_index=True)
    if table.passed_over and language.code == "zh":
        rows = "、".join(f"第 {row} 行（{why}）" for row, why in table.passed_over.items())
        st.caption(verbatim(language.text("intake.passed_over", rows=rows)))
    elif table.passed_over:
        rows = ", ".join(map(str, table.passed_over))
        st.caption(verbatim(language.text("intake.passed_over", rows=rows)))


def _give_back(table: imports.Import, upload: str, status: str, selection: Selection) -> None:
    """The figures as a file of data/observations/, judged, to be taken away."""
    if not table.figures:
        return
    language = selection.language
    sources = store.query("sources").rows.to_dict("records")
    documents = {row["source"]: document(row, language) for row in sources}
    source = st.selectbox(
        language.text("intake.source"),
        [None, *documents],
        format_func=lambda code: documents.get(code) or language.text("intake.choose"),
        key=f"import-source-{language.code}",
    )
    if source is None:
        st.info(language.text("intake.source_first"))
        return
    stem = PurePosixPath(upload).stem
    content = imports.as_csv(table.figures, source, status)
    problems = store.check({f"{OBSERVATIONS}/{stem}.csv": content}, instead_of=[])
    list_problems(problems, selection)
    _offer(f"{stem}.csv", lambda: content, language.text("intake.as_csv"))
    rows = imports.rows(table.figures, source, status)
    make = language.text("intake.as_workbook")
    _offer(f"{stem}.xlsx", lambda: store.template("", rows), make, SHEETS)


def _offer(name: str, make: Callable[[], bytes], label: str, kind: str = "text/csv") -> None:
    st.download_button(
        label, make, file_name=name, mime=kind, on_click="ignore", key=f"offer-{name}-{label}"
    )
