"""Makes a customer's own document for `--reference-docx`: other fonts, colours, page, header and footer.

    make-reference.py OUT.docx
"""

import sys

from docx import Document
from docx.shared import Cm, Pt, RGBColor

document = Document()
section = document.sections[0]
section.page_width, section.page_height = Cm(21), Cm(29.7)
section.left_margin, section.right_margin = Cm(3.5), Cm(2)
normal = document.styles["Normal"].font
normal.name, normal.size = "Liberation Sans", Pt(11)
document.styles["Heading 1"].font.color.rgb = RGBColor(0x7A, 0x00, 0x3C)
section.header.paragraphs[0].text = "Ішкі саясат бөлімі"
section.footer.paragraphs[0].text = "Ресми құжат"
document.save(sys.argv[1])
