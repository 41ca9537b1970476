/* The page's timeline where only vis-timeline itself is to be had: the events
   drawn in UTC and as text, without the search and the panel. */
(function () {
  var source = document.getElementById("frise-data");
  var host = document.getElementById("chart");
  if (!source || !host || !window.vis) return;
  var data = JSON.parse(source.textContent);
  var events = (data.events || []).slice().sort(function (x, y) { return y.s - x.s; }).slice(0, 250);
  if (!events.length || matchMedia("(max-width: 47.99rem)").matches) return;
  var year = function (date) {
    var y = date.getUTCFullYear();
    return y > 0 ? String(y) : data.words.BC.replace("{n}", 1 - y);
  };
  var label = function (major) {
    return function (at, scale) {
      var date = new Date(at.valueOf());
      if (scale === "year") return major ? "" : year(date);
      if (scale === "month") return major ? year(date) : data.words.Months[date.getUTCMonth()];
      if (/day|week/.test(scale)) return major ? data.words.LongMonths[date.getUTCMonth()] + " " + year(date) : String(date.getUTCDate());
      return major ? date.getUTCDate() + " " + data.words.LongMonths[date.getUTCMonth()] : ("0" + date.getUTCHours()).slice(-2) + ":00";
    };
  };
  var items = events.map(function (event, order) {
    var item = { id: event.id, content: event.t, start: event.a, className: "q" + event.q, order: order };
    if (event.k === "point") item.type = "box";
    else { item.type = "range"; item.end = event.b; }
    return item;
  });
  document.getElementById("frise").classList.add("cdn");
  host.hidden = false;
  var timeline = new vis.Timeline(host, items, {
    align: "left", orientation: "bottom", showCurrentTime: false, zoomKey: "ctrlKey", maxHeight: 560, verticalScroll: true,
    moment: function (at) { return vis.moment.utc(at); },
    order: function (x, y) { return x.order - y.order; },
    format: { minorLabels: label(false), majorLabels: label(true) },
    template: function (item) {
      var span = document.createElement("span");
      span.textContent = item.content;
      return span;
    }
  });
  timeline.setWindow(data.window[0], data.window[1], { animation: false });
  timeline.on("select", function (event) {
    if (event.items.length) location.hash = event.items[0];
  });
})();
