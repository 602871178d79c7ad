// Draws a BPMN model into an element, with bpmn-js from its WebJar. The bpmn.io mark stays visible, as its licence asks.
(function () {
  const root = 'webjars/bpmn-js/8.0.0/dist/';
  let library;

  function load() {
    library ??= new Promise((done, failed) => {
      for (const sheet of ['diagram-js.css', 'bpmn-font/css/bpmn.css']) {
        const link = document.createElement('link');
        link.rel = 'stylesheet';
        link.href = root + 'assets/' + sheet;
        document.head.append(link);
      }
      const script = document.createElement('script');
      script.src = root + 'bpmn-navigated-viewer.production.min.js';
      script.onload = done;
      script.onerror = failed;
      document.head.append(script);
    });
    return library;
  }

  function mark(viewer, ids, marker) {
    const registry = viewer.get('elementRegistry');
    (ids || '').split(' ').filter((id) => id && registry.get(id))
      .forEach((id) => viewer.get('canvas').addMarker(id, marker));
  }

  // current, walked: ids with blanks between, of the activities a process stands at and of those it has left behind
  window.baosongDiagram = async function (element, xml, current, walked) {
    await load();
    element.replaceChildren();
    const viewer = new window.BpmnJS({ container: element });
    await viewer.importXML(xml);
    mark(viewer, walked, 'walked');
    mark(viewer, current, 'current');
    const fit = () => { if (element.clientWidth > 0) { viewer.get('canvas').zoom('fit-viewport', 'auto'); } };
    fit();
    new ResizeObserver(fit).observe(element);
  };
})();
