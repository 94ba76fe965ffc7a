"""The sidebar that every page shares: years, sectors and language, carried by the URL as codes.

One truth, the session's Visit. A link comes first, then the session, then the default; every run
writes the choice back, because changing page clears the query. Streamlit's own
`bind="query-params"` stores translated labels where a link must carry codes.
"""

from collections.abc import Collection, Sequence
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from indicators import gate, shell, store
from indicators.filters import address, visit, widgets
from indicators.filters.choice import Choice, Selection
from indicators.filters.fields import FROM, LANG, SECTOR, TO, Field, lineage, span
from indicators.filters.role import is_keeper
from indicators.filters.visit import Visit
from indicators.gate import listing
from indicators.language import CODES, Language, of_browser
from indicators.markdown import verbatim
from indicators.style import DARK, LIGHT
from indicators.takeaway import copying

TONGUES = {"zh": "中文", "en": "English"}


def sidebar(of_page: Sequence[Field[Any]] = ()) -> Selection:
    """Begin a page: draw the filters that all pages share and return what is chosen.

    `of_page` are the fields that the page itself adds to its address. Stops the page while data/
    is refused.
    """
    language = current_language()
    try:
        store.begin_page()
    except gate.Refused as refusal:
        shell.mount(language)
        _explain(refusal, language)
        st.stop()
    choice = _arrive(of_page)
    language = Language(choice[LANG])
    with st.sidebar:
        _draw(choice, language)
    selection = _selection(choice, language)
    # 2017—2025年 · 项目投资、就业创业: what the button says that opens the filters.
    summary = f"{selection.years_in_words} · {selection.sector_names}"
    query = "?" + urlencode(_depart(of_page), safe=",")
    shell.mount(language, summary=summary, query=query, product=selection.product)
    return selection


def heading(selection: Selection, page: str, question: str = "question") -> None:
    """A page's title, and the question that it answers to whoever reads it."""
    st.title(verbatim(selection.language.text(f"{page}.title")), anchor=False)
    st.markdown(verbatim(selection.language.text(f"{page}.{question}")))


def require(selection: Selection, page: str, sectors: Collection[str]) -> None:
    """Stop a page none of whose sectors is chosen: say so, and offer to show them all."""
    if selection.includes(*sectors):
        return
    language = selection.language
    named = {"page": language.text(f"menu.{page}"), "chosen": selection.sector_names}
    st.info(verbatim(language.text("app.wrong_sector", **named)))
    st.button(language.text("app.all_sectors"), on_click=_show_all_sectors)
    st.stop()


def require_figures(selection: Selection, latest: int | None) -> None:
    """Offer the latest year with a figure where it is not the focus year's.

    Stops a page where there is none in the years and sectors that are chosen.
    """
    language = selection.language
    if latest == selection.last_year:
        return
    if latest is not None:
        label = language.text("overview.look", year=language.year(latest))
        st.button(verbatim(label), on_click=_turn_to, args=(selection.first_year, latest))
        return
    st.info(verbatim(language.text("overview.nothing", years=selection.years_in_words)))
    if (selection.first_year, selection.last_year) != span():
        label = language.text("overview.look_all", years=language.years(*span()))
        st.button(verbatim(label), on_click=_turn_to, args=span())
    if selection.sectors:
        st.button(language.text("app.all_sectors"), on_click=_show_all_sectors)
    st.stop()


def link(**more: str) -> dict[str, str]:
    """The address of another page with the filters of the sidebar and these fields."""
    return {**address.write(visit.choice()), **more}


def indicator_page() -> str:
    """The address of the page of an indicator, up to its code."""
    return f"indicator?{urlencode(link(), safe=',')}&indicator="


def current_language() -> Language:
    """The language of a new link, else of the session, else of the browser."""
    known, asked_for = visit.current(), st.query_params.to_dict()
    if asked_for.get(LANG.name) in CODES and (known is None or known.is_new(asked_for)):
        return Language(asked_for[LANG.name])
    return Language(known.choice[LANG]) if known else of_browser(st.context.locale)


def names(table: str, language: Language) -> dict[str, str]:
    """Code → name, of a look-up whose first column is the code: areas, sectors, tiers."""
    return store.kept(names_by_code, store.query(table), language)


def names_by_code(rows: pd.DataFrame, language: Language) -> dict[str, str]:
    """Code → name, of the rows of such a look-up."""
    return dict(zip(rows.iloc[:, 0], rows[f"name_{language.code}"], strict=True))


def _arrive(of_page: Sequence[Field[Any]]) -> Choice:
    """The session's choice, after what a link asks for; says so when a link asks nonsense."""
    here = visit.current() or Visit(_default())
    browser = st.query_params.to_dict()
    if browser == here.address:
        here = here.arrived()
    elif address.is_too_long(browser):
        st.warning(verbatim(Language(here.choice[LANG]).text("filters.long_link")))
        here = here.followed({}, here.choice)
    elif here.is_new(browser):
        choice, refused = address.follow(browser, here.choice, of_page)
        language = Language(choice[LANG])
        widgets.say_bad_link(refused, language)
        if choice[FROM] > choice[TO]:
            choice = Choice({**choice.values, FROM.name: choice[TO], TO.name: choice[FROM]})
            years = language.years(choice[FROM], choice[TO])
            st.warning(verbatim(language.text("filters.years_turned", years=years)))
        here = here.followed(browser, choice)
    visit.keep(here)
    return here.choice


def _depart(of_page: Sequence[Field[Any]]) -> dict[str, str]:
    """Write the page's address.

    What the reader chose is a step that "back" undoes. What only completes the address is none,
    else "back" would lead to the incomplete address, and from there here again: the shell puts it
    into the address without a step.
    """
    here = visit.here()
    written = address.write(here.choice, of_page)
    if here.is_step:
        st.query_params.from_dict(written)
    visit.keep(here.written(written))
    return written


def _default() -> Choice:
    first, last = span()
    return Choice({FROM.name: first, TO.name: last, LANG.name: current_language().code})


def _selection(choice: Choice, language: Language) -> Selection:
    home, *_ = line = lineage()
    sectors, chosen = names("sectors", language), choice[SECTOR]
    return Selection(
        home=home,
        lineage=line,
        district=names("areas", language)[home],
        first_year=choice[FROM],
        last_year=choice[TO],
        sectors=chosen,
        sector_names=language.listed([sectors[code] for code in chosen])
        or language.text("filters.all_sectors"),
        language=language,
        look=DARK if st.context.theme.type == "dark" else LIGHT,
    )


def _draw(choice: Choice, language: Language) -> None:
    first, last = span()
    years = {year: language.year(year) for year in range(last, first - 1, -1)}
    for field, place in zip((FROM, TO), st.columns(2), strict=True):
        with place:
            label = language.text(f"filters.{field.key}")
            widgets.select(field, years, choice[field], label, language)
    labels = (language.text("filters.sectors"), language.text("filters.all_sectors"))
    sectors = choice[SECTOR]
    widgets.several(SECTOR, names("sectors", language), sectors, labels, language)
    widgets.switch(LANG, TONGUES, choice[LANG], language.text("filters.language"), language)
    copying.show_address(key="address", language=language)


def _show_all_sectors() -> None:
    visit.keep(visit.here().chosen(SECTOR, SECTOR.nothing))


def _turn_to(first: int, last: int) -> None:
    visit.keep(visit.here().chosen(FROM, first).chosen(TO, last))


def _explain(refusal: gate.Refused, language: Language) -> None:
    """The cells to mend, in the clerk's words, where a traceback would stand otherwise."""
    to_mend = tuple(p for p in refusal.problems if p.severity == "refused")
    count = language.number(sum(problem.places for problem in to_mend))
    st.error(verbatim(language.text("errors.refused", count=count)))
    if is_keeper():
        list_problems(to_mend, language)
    st.button(language.text("errors.again"))


def list_problems(problems: tuple[gate.Problem, ...], language: Language) -> None:
    """What to mend, as a table by file, line and column."""
    st.dataframe(listing.rows(problems, language.code), hide_index=True)
