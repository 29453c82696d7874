// Draws the charts from the data beside them and lets tables be sorted. Nothing is fetched.
"use strict";

(() => {
  const root = document.documentElement;
  root.classList.add("js");

  const colour = (name) => getComputedStyle(root).getPropertyValue("--" + name).trim();
  const SANS = 'system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif';

  /** A figure on an axis or in a tooltip: up to four digits, percent for proportions. */
  function figure(value, unit) {
    if (value === null || value === undefined || Number.isNaN(value)) return "–";
    if (unit === "percent") return Number((100 * value).toPrecision(4)) + "%";
    if (unit === "count") return String(value);
    const small = value !== 0 && Math.abs(value) < 1e-5;
    return small ? value.toExponential(1).replace("-", "−") : String(Number(value.toPrecision(4)));
  }

  /** Whether the last position may be labelled although no tick stands there. */
  const round = (last) => last < 10 || last % 5 === 0;

  function axis(model, horizontal, last) {
    const style = { color: colour("muted"), fontFamily: SANS, fontSize: 12 };
    const line = { lineStyle: { color: colour("rule") } };
    return {
      type: model.categories ? "category" : model.log ? "log" : "value",
      data: model.categories,
      scale: true,
      min: horizontal ? "dataMin" : model.low,
      max: horizontal ? "dataMax" : model.high,
      minInterval: model.unit === "count" ? 1 : undefined,
      name: model.label + (model.log ? " (logarithmic)" : ""),
      nameLocation: horizontal ? "middle" : "end",
      nameGap: horizontal ? 28 : 12,
      nameTextStyle: { ...style, align: horizontal ? "center" : "left" },
      axisLabel: {
        ...style,
        hideOverlap: true,
        showMinLabel: model.low === undefined,
        showMaxLabel: horizontal ? round(last) : model.high === undefined,
        formatter: model.categories ? undefined : (value) => figure(value, model.unit),
      },
      axisLine: horizontal ? { show: true, onZero: false, ...line } : { show: false },
      axisTick: { show: false },
      splitLine: horizontal ? { show: false } : { show: true, ...line },
    };
  }

  function series(model) {
    const ink = colour(model.role);
    const single = model.points.length < 2;
    const points = { name: model.name, data: model.points, color: ink };
    if (model.shape === "points") {
      const size = model.role === "other" ? 7 : 10;
      const style = { opacity: model.role === "other" ? 0.75 : 1 };
      return { ...points, type: "scatter", symbolSize: size, itemStyle: style };
    }
    const dashed = model.shape === "dashed";
    return {
      ...points,
      type: "line",
      step: model.shape === "step" ? "end" : undefined,
      symbol: "circle",
      showSymbol: single,
      lineStyle: { width: dashed ? 1.5 : 2.25, type: dashed ? [5, 4] : "solid" },
    };
  }

  const end = ({ points }) => (points.length === 0 ? 0 : points[points.length - 1][0]);

  function option(model) {
    const text = { color: colour("ink"), fontFamily: SANS, fontSize: 12 };
    return {
      animation: false,
      grid: { left: 8, right: 16, top: model.y.label || model.y.log ? 34 : 16, bottom: 34, containLabel: true },
      tooltip: {
        trigger: "axis",
        confine: true,
        backgroundColor: colour("card"),
        borderColor: colour("rule"),
        textStyle: text,
        axisPointer: { lineStyle: { color: colour("other") } },
        valueFormatter: (value) => figure(Array.isArray(value) ? value[1] : value, model.y.unit),
      },
      xAxis: axis(model.x, true, Math.max(...model.series.map(end))),
      yAxis: axis(model.y, false),
      series: model.series.map(series),
    };
  }

  function legend(model) {
    const list = document.createElement("ul");
    list.className = "legend";
    for (const { name, shape, role } of model.series) {
      const item = document.createElement("li");
      item.className = shape + " " + role;
      item.textContent = name;
      list.append(item);
    }
    return list;
  }

  const charts = [...document.querySelectorAll("figure.chart")].map((frame) => {
    const model = JSON.parse(frame.querySelector("script").textContent);
    const plot = frame.querySelector(".plot");
    plot.before(legend(model));
    const chart = echarts.init(plot, null, { renderer: "svg" });
    return { chart, draw: () => chart.setOption(option(model), true) };
  });
  const drawAll = () => charts.forEach(({ draw }) => draw());
  const fitAll = () => charts.forEach(({ chart }) => chart.resize());
  drawAll();
  addEventListener("resize", fitAll);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
  for (const [event, printing] of [["beforeprint", true], ["afterprint", false]]) {
    addEventListener(event, () => {
      root.classList.toggle("print", printing);
      drawAll();
      fitAll();
    });
  }

  /** What a cell is sorted by; nothing comes last, whichever way. */
  function key(row, column) {
    const cell = row.cells[column];
    if (cell.dataset.sort !== undefined) return Number(cell.dataset.sort);
    return cell.querySelector(".none") ? undefined : cell.textContent.trim();
  }

  function compare(a, b) {
    if (typeof a === "number" && typeof b === "number") return a - b;
    return String(a).localeCompare(String(b), "en", { numeric: true });
  }

  function sort(table, column, heads) {
    const down = heads[column].ariaSort === "ascending";
    heads.forEach((head) => head.removeAttribute("aria-sort"));
    heads[column].setAttribute("aria-sort", down ? "descending" : "ascending");
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row) => [key(row, column), row]);
    rows.sort(([a], [b]) => {
      if (a === undefined || b === undefined) return (a === undefined) - (b === undefined);
      return down ? compare(b, a) : compare(a, b);
    });
    body.append(...rows.map(([, row]) => row));
  }

  for (const table of document.querySelectorAll("table.sortable")) {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      button.addEventListener("click", () => sort(table, column, heads));
      head.append(button);
    });
  }
})();
