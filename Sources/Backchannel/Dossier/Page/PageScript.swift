/// Holds the script of a page: it makes the diagram larger and moves it, and does nothing else.
///
/// It stands in the page as it is, so it holds neither `<` nor `&`. Without it the diagram is a
/// still picture whose frame can be scrolled.
enum PageScript {
  static let code: StaticString = """

    (function () {
      "use strict";
      var view = document.getElementById("view");
      var controls = document.getElementById("controls");
      var drawing = view ? view.querySelector("svg") : null;
      if (!drawing) { return; }
      var largest = 8, scale = 1, held = null, moved = false;

      // The point of the drawing at (x, y) of the frame stays where it is.
      function zoom(factor, x, y) {
        var next = Math.min(largest, Math.max(1, scale * factor));
        var width = drawing.getBoundingClientRect().width;
        drawing.style.width = (next * 100) + "%";
        drawing.style.minWidth = next > 1 ? "0" : "";
        if (next > 1) { drawing.style.minWidth = (52 * next) + "rem"; }
        scale = next;
        var growth = drawing.getBoundingClientRect().width / width;
        view.scrollLeft = (view.scrollLeft + x) * growth - x;
        view.scrollTop = (view.scrollTop + y) * growth - y;
        mark();
      }

      // The whole drawing, also where the page keeps it larger than the frame.
      function fit() {
        scale = 1;
        drawing.style.width = "100%";
        drawing.style.minWidth = "0";
        view.scrollLeft = 0;
        view.scrollTop = 0;
        mark();
      }

      function mark() {
        var wide = view.scrollWidth > view.clientWidth;
        var high = view.scrollHeight > view.clientHeight;
        view.classList.toggle("movable", wide ? true : high);
      }

      function move(x, y) { view.scrollBy(x * view.clientWidth / 4, y * view.clientHeight / 4); }

      function act(action) {
        var x = view.clientWidth / 2, y = view.clientHeight / 2;
        if (action === "in") { zoom(1.4, x, y); }
        if (action === "out") { zoom(1 / 1.4, x, y); }
        if (action === "fit") { fit(); }
        if (action === "left") { move(-1, 0); }
        if (action === "right") { move(1, 0); }
        if (action === "up") { move(0, -1); }
        if (action === "down") { move(0, 1); }
      }

      controls.hidden = false;
      controls.addEventListener("click", function (event) {
        var button = event.target.closest("button");
        if (button) { act(button.getAttribute("data-action")); }
      });
      view.addEventListener("keydown", function (event) {
        var actions = { "+": "in", "=": "in", "-": "out", "0": "fit" };
        if (event.ctrlKey ? true : event.metaKey) { return; }
        if (actions[event.key]) { act(actions[event.key]); event.preventDefault(); }
      });
      view.addEventListener("wheel", function (event) {
        if (!event.ctrlKey) { return; }
        event.preventDefault();
        var frame = view.getBoundingClientRect();
        zoom(event.deltaY > 0 ? 1 / 1.15 : 1.15, event.clientX - frame.left, event.clientY - frame.top);
      }, { passive: false });

      // Dragging scrolls; fingers scroll by themselves.
      view.addEventListener("pointerdown", function (event) {
        moved = false;
        if (event.pointerType === "mouse") { if (event.button === 0) { held = event; } }
      });
      window.addEventListener("pointermove", function (event) {
        if (!held) { return; }
        if (Math.abs(event.clientX - held.clientX) + Math.abs(event.clientY - held.clientY) > 4) { moved = true; }
        if (!moved) { return; }
        view.classList.add("held");
        view.scrollLeft -= event.movementX;
        view.scrollTop -= event.movementY;
      });
      window.addEventListener("pointerup", function () { held = null; view.classList.remove("held"); });
      view.addEventListener("dragstart", function (event) { event.preventDefault(); });
      view.addEventListener("click", function (event) {
        if (moved) { event.preventDefault(); moved = false; }
      }, true);
      window.addEventListener("resize", mark);
      mark();
    })();

    """
}
