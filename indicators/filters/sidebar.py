"""The sidebar that every page shares: years, sectors and language, carried by the URL as codes.

One truth, the session's Choice. A link's query comes first, then the session, then the
default; every run writes the choice back, because changing page clears the query. Streamlit's
own `bind="query-params"` stores translated labels where a link must carry codes.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from indicators import gate, language, shell, store
from indicators.filters.address import as_query, from_query, span
from indicators.filters.choice import Choice, Selection
from indicators.language import Language
from indicators.style import DARK, LIGHT


def sidebar() -> Selection:
    """Draw the filters and return what is chosen. Stops the page while data/ is refused."""
    spoken = current_language()
    try:
        store.begin_page()
        areas = store.query("areas")
    except gate.Refused as refusal:
        shell.show(spoken)
        _explain(refusal, spoken)
        st.stop()
    home, *ancestors = store.kept(_lineage, areas)
    choice = _choice(home)
    spoken = Language(choice.lang)
    with st.sidebar:
        names = store.kept(names_by_code, store.query("sectors"), spoken)
        _draw(choice, names, home, spoken)
    query = as_query(choice)
    st.session_state["query"] = query
    # What the reader chose is a step that "back" undoes. What only completes the address is
    # none, else "back" would lead to the incomplete address, and from there here again.
    if st.session_state.pop("chosen", False):
        st.query_params.from_dict(query)
    selection = Selection(
        home=home,
        lineage=(home, *ancestors),
        district=store.kept(names_by_code, areas, spoken)[home],
        first_year=choice.first_year,
        last_year=choice.last_year,
        sectors=choice.sectors,
        sector_names=spoken.listed([names[code] for code in choice.sectors])
        or spoken.text("filters.all_sectors"),
        language=spoken,
        look=DARK if st.context.theme.type == "dark" else LIGHT,
        query=query,
    )
    # 2017—2025年 · 项目投资、就业创业: what the button says that opens the filters.
    summary = f"{selection.years_in_words} · {selection.sector_names}"
    shell.show(spoken, summary=summary, query="?" + urlencode(query, safe=","))
    return selection


def require(selection: Selection, page: str, *sectors: str) -> None:
    """Stop a page none of whose sectors is chosen: say so, and offer to show them all."""
    if selection.includes(*sectors):
        return
    spoken = selection.language
    named = {"page": spoken.text(f"menu.{page}"), "chosen": selection.sector_names}
    st.info(spoken.text("app.wrong_sector", **named))
    st.button(spoken.text("app.all_sectors"), on_click=_show_all_sectors)
    st.stop()


def _show_all_sectors() -> None:
    st.session_state["choice"] = replace(st.session_state["choice"], sectors=())
    st.session_state["chosen"] = True


def choose(field: str, options: Sequence[str], name_of: Callable[[str], str], label: str) -> str:
    """A row of options of which one is shown, kept in the address; a bad link shows the first."""
    spoken = current_language()
    asked = getattr(st.session_state["choice"], field)
    if asked and asked not in options:
        st.warning(spoken.text("filters.bad_link", name=field, value=asked))
    key = f"{field}-{spoken.code}"
    st.session_state[key] = asked if asked in options else options[0]
    return st.segmented_control(
        label,
        options,
        required=True,
        format_func=name_of,
        label_visibility="collapsed",
        key=key,
        on_change=take,
        args=(field, key),
    )


def current_language() -> Language:
    """The language of a new link, else of the session, else of the browser."""
    asked, is_known = st.query_params.to_dict(), "choice" in st.session_state
    if asked.get("lang") in language.CODES and (_is_new(asked) or not is_known):
        return Language(asked["lang"])
    if is_known:
        return Language(st.session_state["choice"].lang)
    return language.of_browser(st.context.locale)


def _is_new(asked: dict[str, str]) -> bool:
    """Whether an address is a link to follow: a run's own address comes back with the next one.

    A link is taken once, until the address is what the last run wrote there.
    """
    known = (st.session_state.get("query"), st.session_state.get("taken"))
    return bool(asked) and asked not in known


def _choice(home: str) -> Choice:
    """The session's choice, after what a link asks for; says so when a link asks nonsense."""
    known = st.session_state.get("choice") or _default(home)
    asked = st.query_params.to_dict()
    if asked == st.session_state.get("query"):
        st.session_state["taken"] = None
    elif _is_new(asked):
        st.session_state["taken"] = asked
        known, refused = from_query(asked, known, home)
        for name, value in refused:
            st.warning(Language(known.lang).text("filters.bad_link", name=name, value=value))
        if known.first_year > known.last_year:
            known = replace(known, first_year=known.last_year, last_year=known.first_year)
            years = Language(known.lang).years(known.first_year, known.last_year)
            st.warning(Language(known.lang).text("filters.years_turned", years=years))
    st.session_state["choice"] = known
    return known


def _default(home: str) -> Choice:
    first, last = span(home)
    return Choice(first, last, (), current_language().code)


def _draw(choice: Choice, names: dict[str, str], home: str, spoken: Language) -> None:
    """The widgets, each set to the choice: their own state is lost on every change of page."""
    earliest, latest = span(home)
    years = list(range(latest, earliest - 1, -1))
    first, last = st.columns(2)
    with first:
        _select("first_year", years, choice.first_year, spoken)
    with last:
        _select("last_year", years, choice.last_year, spoken)
    # The language is part of the key: Streamlit drops a keyed value whose labels change.
    key = f"sectors-{spoken.code}"
    st.session_state[key] = list(choice.sectors)
    st.multiselect(
        spoken.text("filters.sectors"),
        list(names),
        format_func=names.__getitem__,
        placeholder=spoken.text("filters.all_sectors"),
        key=key,
        on_change=take,
        args=("sectors", key),
    )
    st.session_state["lang"] = choice.lang
    st.segmented_control(
        spoken.text("filters.language"),
        language.CODES,
        format_func={"zh": "中文", "en": "English"}.__getitem__,
        key="lang",
        on_change=take,
        args=("lang", "lang"),
        required=True,
    )


def _select(field: str, years: list[int], chosen: int, spoken: Language) -> None:
    key = f"{field}-{spoken.code}"
    st.session_state[key] = chosen
    st.selectbox(
        spoken.text(f"filters.{field}"),
        years,
        format_func=spoken.year,
        key=key,
        on_change=take,
        args=(field, key),
    )


def take(field: str, key: str) -> None:
    """Put a widget's new value into the choice; the other end of the years gives way."""
    value = st.session_state[key]
    if isinstance(value, date):
        value = value.isoformat()
    choice = st.session_state["choice"]
    choice = replace(choice, **{field: tuple(value) if isinstance(value, list) else value})
    if choice.first_year > choice.last_year:
        choice = replace(choice, first_year=value, last_year=value)
    st.session_state["choice"] = choice
    st.session_state["chosen"] = True


def _lineage(areas: pd.DataFrame) -> tuple[str, ...]:
    """The district, its city, its province and the country."""
    parents = dict(zip(areas["ref_area"], areas["parent"], strict=True))
    line = [areas.loc[areas["is_home"], "ref_area"].iloc[0]]
    while not pd.isna(parents[line[-1]]):
        line.append(parents[line[-1]])
    return tuple(line)


def names_by_code(known: pd.DataFrame, spoken: Language) -> dict[str, str]:
    """Code → name, of the rows of a look-up, whose first column is the code."""
    return dict(zip(known.iloc[:, 0], known[f"name_{spoken.code}"], strict=True))


def _explain(refusal: gate.Refused, spoken: Language) -> None:
    """The cells to mend, in the clerk's words, where a traceback would stand otherwise."""
    to_mend = tuple(p for p in refusal.problems if p.severity == "refused")
    st.error(spoken.text("errors.refused", count=len(to_mend)))
    list_problems(to_mend, spoken)
    st.button(spoken.text("errors.again"))


def list_problems(problems: tuple[gate.Problem, ...], spoken: Language) -> None:
    """What to mend, as a table by file, line and column."""
    st.dataframe(
        pd.DataFrame(
            {
                spoken.text("errors.file"): [p.file for p in problems],
                spoken.text("errors.line"): [p.line for p in problems],
                spoken.text("errors.column"): [p.column for p in problems],
                spoken.text("errors.sentence"): [p.sentence(spoken.code) for p in problems],
            }
        ),
        hide_index=True,
    )
