#!/usr/bin/env python3
"""Opens dossiers in a real browser without a network, as a reader would.

Checks that the page asks for nothing but itself and complains of nothing, that every link within
it leads somewhere, that a click on a line of the diagram shows its claims, that the diagram can be
made larger by button and by key, that nothing sticks out on a telephone, that it works without
scripts, that it prints, and that a hostile case does nothing. Each fault is printed; exits 1 where
there is one. Without a browser ($BROWSER_BINARY, chromium or chrome) it says so and is content.

PICTURES in the environment names a folder for pictures of what was seen. BINARY names our program.
"""
import base64
import os
import subprocess
import sys
import tempfile

from shared import browser

HOSTILE = ["<script>window.hit=1</script>", "</script></style></title><img src=x onerror=hit=1>",
           "\" onload=\"window.hit=1", "' onfocus='window.hit=1", "javascript:window.hit=1", "\u202eevil",
           "]]><svg onload=window.hit=1>", "\\\" \\N", "a\nb", "&lt;img src=x&gt;"]

faults = []


def expect(holds, what):
    if not holds:
        faults.append(what)
        print("fault:", what)


def write(path, *arguments):
    subprocess.run([os.environ["BINARY"], "dossier", "-o", path, "--force", *arguments], check=True,
                   stderr=subprocess.DEVNULL)


def quoted(text):
    return "'" + text.replace("'", "''").replace("\n", " ") + "'"


def hostile_case(path):
    """A case in which every text is meant to do harm."""
    lines = ["format: backchannel-case", "version: 1", f"case: {{id: hostile, title: {quoted(HOSTILE[1])}, "
             f"summary: {quoted(HOSTILE[0])}}}", "entities:"]
    for number, text in enumerate(HOSTILE):
        lines.append(f"  - {{id: p{number}, type: Person, name: {quoted(text)}, note: {quoted(text)}}}")
    lines.append("events:")
    for number, text in enumerate(HOSTILE):
        lines.append(f"  - {{id: M{number}, type: Meeting, title: {quoted(text)}, participants: [p{number}]}}")
    lines.append("sources:")
    lines.append(f"  - {{id: s, title: {quoted(HOSTILE[2])}, url: 'https://example.org/?q=\"><script>'}}")
    lines.append("claims:")
    for number, text in enumerate(HOSTILE):
        lines.append(f"  - {{id: c{number}, claimant: p{number}, stance: asserts, source: s, "
                     f"about: M{number}/p{number}, quote: {quoted(text)}, at: {quoted(text)}}}")
    with open(path, "w") as file:
        file.write("\n".join(lines) + "\n")


def is_quiet(page, path, what):
    page.value("1")
    own = "file://" + os.path.abspath(path)
    others = [url for url in page.requests if url.split("#")[0] != own]
    expect(not others, f"{what}: asks for {others}")
    expect(not page.complaints, f"{what}: complains of {page.complaints}")
    expect(not page.dialogs, f"{what}: opens dialogs {page.dialogs}")


def links_lead_somewhere(page, what):
    lost = page.value("""[...document.querySelectorAll('a[href^="#"]')].map(a => a.getAttribute('href'))
        .filter(href => !document.getElementById(href.slice(1)))""")
    expect(lost == [], f"{what}: these lead nowhere: {lost}")
    count = page.value("document.querySelectorAll('#view a[href^=\"#\"]').length")
    expect(count > 0, f"{what}: nothing in the diagram leads anywhere")


def middle(page, selector):
    return page.value(f"""(() => {{ const e = document.querySelector({selector!r});
        e.scrollIntoView({{block: 'center', inline: 'center'}});
        const b = e.getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]; }})()""")


def lines_lead_to_claims(page):
    text = '#view a[href="#claims-x-f_2eM1_2fnaryshkin"] text'
    page.click(*middle(page, text))
    expect(page.value("location.hash") == "#claims-x-f_2eM1_2fnaryshkin", "a click on a line leads nowhere")
    top = page.value("document.querySelector(':target').getBoundingClientRect().top")
    expect(0 <= top < 600, f"the claims of the line are not in view: {top}")
    shown = page.value("document.querySelector(':target').textContent")
    expect("Jon Huntsman" in shown and "c24" in shown, "the claims of the line are not those")


def grows(page):
    width = "document.querySelector('#view svg').getBoundingClientRect().width"
    before = page.value(width)
    page.click(*middle(page, "[data-action=in]"))
    larger = page.value(width)
    expect(larger > before * 1.3, f"the button does not make it larger: {before} to {larger}")
    page.value("document.getElementById('view').focus()")
    page.key("+", "+", 187)
    expect(page.value(width) > larger * 1.3, "the key + does not make it larger")
    left = page.value("document.getElementById('view').scrollLeft")
    page.click(*middle(page, "[data-action=right]"))
    expect(page.value("document.getElementById('view').scrollLeft") > left, "it does not move to the right")
    page.key("0", "0", 48)
    page.click(*middle(page, "[data-action=fit]"))
    fits = page.value("document.getElementById('view').scrollWidth <= document.getElementById('view').clientWidth")
    expect(fits, "it does not fit its frame again")
    # By keyboard alone: from the first link of the page to the buttons.
    page.value("document.activeElement.blur(); window.scrollTo(0, 0); getSelection().removeAllRanges()")
    page.value("document.querySelector('nav a:last-child').focus()")
    reached = set()
    for _ in range(40):
        page.key("Tab", code=9)
        reached.add(page.value("document.activeElement.getAttribute('data-action') || document.activeElement.id"))
    expect({"in", "out", "fit", "left", "right", "up", "down", "view"} <= reached,
           f"not all buttons are reached by keyboard: {reached}")
    outline = page.value("getComputedStyle(document.activeElement).outlineStyle")
    expect(outline != "none", "what has the focus is not seen to have it")


def picture(page, name, whole=False):
    folder = os.environ.get("PICTURES")
    if folder:
        data = page.ask("Page.captureScreenshot", captureBeyondViewport=whole)["data"]
        with open(os.path.join(folder, name + ".png"), "wb") as file:
            file.write(base64.b64decode(data))


def prints(page, name):
    data = base64.b64decode(page.ask(
        "Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"])
    expect(data.startswith(b"%PDF") and len(data) > 20_000, f"{name} does not print")
    folder = os.environ.get("PICTURES")
    if folder:
        with open(os.path.join(folder, name + ".pdf"), "wb") as file:
            file.write(data)


def seed(page, folder):
    path = os.path.join(folder, "seed.html")
    write(path, "--demo")
    page.size(1280, 900)
    page.open(path)
    is_quiet(page, path, "the seed case")
    links_lead_somewhere(page, "the seed case")
    picture(page, "screen")
    lines_lead_to_claims(page)
    grows(page)
    is_quiet(page, path, "the seed case after use")
    prints(page, "seed")
    page.size(390, 844, mobile=True)
    page.open(path)
    width = page.value("document.documentElement.scrollWidth")
    expect(width <= 390, f"on a telephone it is {width} wide")
    picture(page, "telephone")
    page.size(1280, 900)
    page.ask("Emulation.setScriptExecutionDisabled", value=True)
    page.open(path)
    expect(page.value("document.getElementById('controls').offsetHeight") == 0,
           "without scripts there are buttons that do nothing")
    expect(page.value("document.querySelector('#view svg').getBoundingClientRect().height") > 100,
           "without scripts there is no diagram")
    page.ask("Emulation.setScriptExecutionDisabled", value=False)


def hostile(page, folder):
    case, path = os.path.join(folder, "hostile.yaml"), os.path.join(folder, "hostile.html")
    hostile_case(case)
    write(path, "--case", case)
    page.open(path)
    is_quiet(page, path, "a hostile case")
    links_lead_somewhere(page, "a hostile case")
    expect(page.value("window.hit") is None, "a hostile case ran something")
    expect(page.value("document.querySelectorAll('main, #main').length") == 1, "its parts are displaced")
    expect(page.value("document.querySelectorAll('script, img, iframe, object').length") == 1,
           "a hostile case added an element")
    outside = page.value("""[...document.querySelectorAll('a[href]:not([href^="#"])')]
        .map(a => a.protocol + a.rel)""")
    expect(outside == ["https:noopener noreferrer nofollow"], f"its links: {outside}")
    prints(page, "hostile")


def main():
    path, prefix = browser.find(), browser.without_network()
    if not path:
        browser.skip("there is no browser; install chromium, or name one in $BROWSER_BINARY")
    if prefix is None:
        print("note: 'unshare -n' is not allowed here; that nothing is asked for is checked all the same")
    with tempfile.TemporaryDirectory() as folder:
        page = browser.Browser(path, prefix or [])
        try:
            seed(page, folder)
            hostile(page, folder)
        finally:
            page.close()
    print(f"dossier: {len(faults)} faults in {os.path.basename(path)} without a network")
    sys.exit(1 if faults else 0)


main()
