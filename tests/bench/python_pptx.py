"""The slides of deck.rs by python-pptx: prints the milliseconds of one build and the peak of memory in MB."""
import io
import resource
import sys
import time

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE

slides, bars = map(int, sys.argv[1:3])
prose = sys.argv[3]


def build():
    deck = Presentation()
    for number in range(1, slides + 1):
        has_chart = number % 2 == 0
        slide = deck.slides.add_slide(deck.slide_layouts[5 if has_chart else 1])
        slide.shapes.title.text = "Доверие к акимату выросло во всех возрастных группах"
        if has_chart:
            data = CategoryChartData()
            data.categories = [f"Микрорайон № {n}" for n in range(1, bars + 1)]
            data.add_series("Доля, %", [n * 7.3 for n in range(1, bars + 1)])
            slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, 0, 1600200, 9144000, 4525963, data)
        else:
            slide.placeholders[1].text = "\n".join([prose] * 4)
        slide.notes_slide.notes_text_frame.text = prose
    deck.save(io.BytesIO())


build()  # warms up
began = time.perf_counter()
build()
took = (time.perf_counter() - began) * 1000
print(f"{took:.0f} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10}")
