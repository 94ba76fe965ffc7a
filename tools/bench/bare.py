"""What Streamlit costs by itself: a page that shows ready-made figures, as many as it is told."""

import os

import plotly.graph_objects as go
import streamlit as st


@st.cache_resource
def figure(number: int) -> go.Figure:
    return go.Figure(go.Bar(x=list(range(2010, 2026)), y=[number] * 16), layout={"height": 300})


st.title("Bare")
for number in range(int(os.environ["BARE_FIGURES"])):
    st.plotly_chart(figure(number), theme=None, key=f"figure-{number}")
