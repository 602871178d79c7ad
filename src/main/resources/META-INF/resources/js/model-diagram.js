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

  // "mark|id|number", blanks between; the number is one of ours and goes in as text
  function count(viewer, counts) {
    const registry = viewer.get('elementRegistry');
    (counts || '').split(' ').filter(Boolean).map((said) => said.split('|')).filter(([, id]) => registry.get(id))
      .forEach(([kind, id, number]) => {
        const bubble = document.createElement('span');
        bubble.className = 'diagram-count ' + kind;
        bubble.textContent = number;
        viewer.get('overlays').add(id, {
          position: kind === 'bad' ? { top: -10, left: -10 } : { top: -10, right: 16 }, html: bubble });
      });
  }

  // current, walked: ids with blanks between, of the activities a process stands at and of those it has left behind;
  // marks: "class|id", counts: "class|id|number", blanks between as well
  window.baosongDiagram = async function (element, xml, current, walked, marks, counts) {
    await load();
    element.replaceChildren();
    const viewer = new window.BpmnJS({ container: element });
    await viewer.importXML(xml);
    mark(viewer, walked, 'walked');
    mark(viewer, current, 'current');
    (marks || '').split(' ').filter(Boolean).map((said) => said.split('|')).forEach(([kind, id]) => mark(viewer, id, kind));
    count(viewer, counts);
    const fit = () => { if (element.clientWidth > 0) { viewer.get('canvas').zoom('fit-viewport', 'auto'); } };
    fit();
    new ResizeObserver(fit).observe(element);
  };
})();
