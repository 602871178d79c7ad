// Keeps what is typed into a form while the server cannot be reached, in the browser's own store, for the page that asks
// for it and no other; clears every copy at logout. What is restored goes to the server, which believes none of it.
(function () {
  if (window.baosongKept) {
    return;
  }

  const PREFIX = 'baosong-kept/';
  const LARGEST = 200000;
  const TYPED = ['vaadin-text-field', 'vaadin-text-area'];
  const PICKED = ['vaadin-date-picker', 'vaadin-time-picker', 'vaadin-date-time-picker'];

  /** Pages that asked, each with what was typed since the server last saved it: a text by path. */
  const pages = new Set();
  let lost = !navigator.onLine;

  function read(page) {
    try {
      const copy = JSON.parse(localStorage.getItem(page.key) ?? '{}');
      return copy && typeof copy === 'object' && !Array.isArray(copy) ? copy : {};
    } catch (unreadable) {
      return {};
    }
  }

  function write(page, copy) {
    try {
      const text = JSON.stringify(copy);
      if (text === '{}') {
        localStorage.removeItem(page.key);
      } else if (text.length <= LARGEST) {
        localStorage.setItem(page.key, text);
      }
    } catch (full) {
      // A store that is full or closed keeps nothing; the page itself still holds what was typed.
    }
  }

  function keep() {
    for (const page of pages) {
      if (page.host.isConnected && Object.keys(page.typed).length > 0) {
        write(page, { ...read(page), ...page.typed });
      }
    }
  }

  function connection(now) {
    lost = now;
    if (lost) {
      keep();
    }
  }

  const isState = (state) => state === 'connection-lost' || state === 'reconnecting';
  const states = window.Vaadin?.connectionState;
  window.addEventListener('offline', () => connection(true));
  window.addEventListener('online', () => connection(isState(states?.state)));
  states?.addStateChangeListener((before, now) => {
    if (isState(now)) {
      connection(true);
    } else if (now === 'connected') {
      connection(!navigator.onLine);
    }
  });

  function fieldOf(event) {
    const field = event.target.closest?.('input.matrix-cell, .form-field');
    return field?.id ? field : null;
  }

  function note(field, text) {
    for (const page of pages) {
      if (page.pane.contains(field)) {
        page.typed[field.id] = text;
      }
    }
    if (lost) {
      keep();
    }
  }

  document.addEventListener('input', (event) => {
    const field = fieldOf(event);
    if (field?.matches('input.matrix-cell') || TYPED.includes(field?.localName)) {
      note(field, event.target.value);
    }
  });

  document.addEventListener('paste', (event) => {
    // A block lands in many cells at once and tells none of them.
    const box = event.target.closest?.('.matrix');
    if (box) {
      const before = new Map([...box.querySelectorAll('input.matrix-cell')].map((cell) => [cell, cell.value]));
      setTimeout(() => before.forEach((value, cell) => {
        if (cell.value !== value) {
          note(cell, cell.value);
        }
      }));
    }
  }, true);

  document.addEventListener('change', (event) => {
    const field = fieldOf(event);
    if (PICKED.includes(field?.localName)) {
      setTimeout(() => note(field, field.value ?? ''));
    }
  });

  const of = (host) => [...pages].find((page) => page.host === host);

  window.baosongKept = {
    /** @param host whose server is told what was kept, @param pane the form, @param key names account, subject and form */
    start(host, pane, key) {
      for (const page of [...pages]) {
        if (page.host === host || !page.host.isConnected) {
          pages.delete(page);
        }
      }
      const page = { host, pane, key: PREFIX + key, typed: {} };
      pages.add(page);
      const copy = read(page);
      if (Object.keys(copy).length > 0) {
        host.$server.kept(copy);
      }
    },

    /** The server has these; what is being typed at this moment may be more than it has. */
    saved(host, paths) {
      const page = of(host);
      if (!page) {
        return;
      }
      const active = document.activeElement?.closest('input.matrix-cell, .form-field')?.id;
      const copy = read(page);
      const gone = (path) => paths.some((saved) => path === saved || path.startsWith(saved + '['));
      Object.keys(copy).filter(gone).forEach((path) => delete copy[path]);
      Object.keys(page.typed).filter((path) => gone(path) && path !== active).forEach((path) => delete page.typed[path]);
      write(page, copy);
      if (lost) {
        keep();
      }
    },

    retain(host, paths) {
      const page = of(host);
      if (page) {
        write(page, Object.fromEntries(Object.entries(read(page)).filter(([path]) => paths.includes(path))));
      }
    },

    drop(host) {
      const page = of(host);
      if (page) {
        write(page, {});
      }
    }
  };

  document.addEventListener('click', (event) => {
    if (event.target.closest?.('#logout')) {
      pages.clear();
      try {
        Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)).forEach((key) => localStorage.removeItem(key));
      } catch (closed) {
        // Nothing can have been kept either.
      }
    }
  }, true);
})();
