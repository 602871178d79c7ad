// Draws a chart into an element, with ECharts from its WebJar. Lets go of it when the element leaves the page.
(function () {
  let library;

  function load() {
    library ??= new Promise((done, failed) => {
      const script = document.createElement('script');
      script.src = 'webjars/echarts/5.5.0/echarts.min.js';
      script.onload = done;
      script.onerror = failed;
      document.head.append(script);
    });
    return library;
  }

  // '--name' stands for the value of that CSS variable
  function coloured(value, style) {
    if (typeof value === 'string') {
      return value.startsWith('--') ? style.getPropertyValue(value).trim() : value;
    }
    if (Array.isArray(value)) {
      return value.map((inside) => coloured(inside, style));
    }
    return value && typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, coloured(inside, style)]))
      : value;
  }

  window.baosongChart = async function (element, json) {
    await load();
    if (!element.isConnected) {
      return;
    }
    window.echarts.getInstanceByDom(element)?.dispose();
    const style = getComputedStyle(element);
    const chart = window.echarts.init(element, null, { renderer: 'svg' });
    chart.setOption({
      animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      textStyle: { fontFamily: style.fontFamily },
      ...coloured(JSON.parse(json), style),
    });
    chart.on('click', (chosen) =>
      element.dispatchEvent(new CustomEvent('chart-chosen', { detail: chosen.dataIndex })));
    const sizes = new ResizeObserver(() => {
      if (!element.isConnected) {
        sizes.disconnect();
        chart.dispose();
      } else if (element.clientWidth > 0 && !chart.isDisposed()) {
        chart.resize();
      }
    });
    sizes.observe(element);
  };
})();
