"""The table of contents: which pages there are, in which section, under which title."""

import streamlit as st

from indicators import filters, sentences, shell, store

SECTIONS = {
    "whole": ("overview", "indicator"),
    "fields": ("investment", "enterprises_and_jobs", "finance", "livelihood", "environment"),
    "delivery": ("targets", "livelihood_orders", "learning"),
    "against": ("comparison",),
    "use": ("data",),
}

language = filters.current_language()
page = st.navigation(
    {
        language.text(f"menu.{section}"): [
            st.Page(
                f"pages/{page}.py",
                title=language.text(f"menu.{page}"),
                url_path=page,
                default=page == "overview",
            )
            for page in pages
        ]
        for section, pages in SECTIONS.items()
    }
)
with filters.journaled(page.url_path or "overview"):
    page.run()

language = filters.current_language()  # a link may have chosen another one
shell.foot(language, since=sentences.moment(store.edition().since, language))
