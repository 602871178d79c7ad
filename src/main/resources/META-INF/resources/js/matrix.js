// Matrices of a form: moves the cursor as a spreadsheet does, takes a block from the clipboard, and shows numbers with
// separators while nobody types in them. What is right is said by the server, which is told the texts and nothing else.
(function () {
  if (window.baosongMatrix) {
    return;
  }
  window.baosongMatrix = true;

  const ALLOWED = /^[0-9０-９.,+\-．，＋－−\s]*$/;
  const NUMBER = /^([+-]?)(\d{1,3}(?:[, ]\d{3})+|\d+)?(?:\.(\d*))?$/;
  const LONGEST = 100;
  const MOST_LINES = 200;
  const TYPING_PAUSE = 500;

  const sent = new WeakMap();
  const timers = new WeakMap();

  /** The digits of a text, '' for a blank one, null for what is no number: as the server reads it. */
  function digits(text) {
    const plain = text
      .replace(/[\u2212\uFF0D]/g, '-')
      .replace(/[\u3000\u00A0\u2009\u202F\t]/g, ' ')
      .replace(/[\uFF01-\uFF5E]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xFEE0))
      .trim();
    if (plain === '') {
      return '';
    }
    const parts = NUMBER.exec(plain);
    if (!parts || (parts[2] === undefined && !parts[3])) {
      return null;
    }
    const whole = (parts[2] ?? '0').replace(/[, ]/g, '').replace(/^0+(?=\d)/, '');
    const decimals = (parts[3] ?? '').replace(/0+$/, '');
    const number = decimals ? whole + '.' + decimals : whole;
    return parts[1] === '-' && /[1-9]/.test(number) ? '-' + number : number;
  }

  function grouped(text) {
    const number = digits(text);
    if (number === null) {
      return text;
    }
    const [whole, decimals] = number.split('.');
    const separated = whole.replace(/\B(?=(\d{3})+$)/g, ',');
    return decimals === undefined ? separated : separated + '.' + decimals;
  }

  const cellOf = (event) => event.target.closest?.('input.matrix-cell');
  const boxOf = (cell) => cell.closest('.matrix');
  const isOpen = (cell) => cell && !cell.readOnly;
  const linesOf = (box) => [...box.querySelectorAll('tr.matrix-row')].filter((line) => !line.hidden);
  const inColumn = (line, column) => line.cells[column]?.querySelector('input.matrix-cell');

  function place(cell) {
    const lines = linesOf(boxOf(cell));
    const line = cell.closest('tr');
    return { lines, line: lines.indexOf(line), column: cell.closest('td').cellIndex };
  }

  /** Tells the server what stands in these cells, as far as it does not know yet. */
  function send(box, cells) {
    // Whoever goes back in the browser takes the page away from under the cursor.
    if (!box?.isConnected || !box.$server) {
      return;
    }
    const texts = {};
    for (const cell of cells) {
      clearTimeout(timers.get(cell));
      const text = grouped(cell.value).slice(0, LONGEST);
      if (text !== (sent.get(cell) ?? cell.defaultValue)) {
        sent.set(cell, text);
        texts[cell.id] = text;
      }
    }
    if (Object.keys(texts).length > 0) {
      box.$server.changed(texts);
    }
  }

  function vertical(cell, step) {
    const { lines, line, column } = place(cell);
    for (let at = line + step; at >= 0 && at < lines.length; at += step) {
      if (isOpen(inColumn(lines[at], column))) {
        return inColumn(lines[at], column);
      }
    }
    return null;
  }

  function horizontal(cell, step) {
    const cells = linesOf(boxOf(cell)).flatMap((line) => [...line.querySelectorAll('input.matrix-cell')]).filter(isOpen);
    return cells[cells.indexOf(cell) + step] ?? null;
  }

  function atEdge(cell, step) {
    const everything = cell.selectionStart === 0 && cell.selectionEnd === cell.value.length;
    const edge = step < 0 ? 0 : cell.value.length;
    return everything || (cell.selectionStart === edge && cell.selectionEnd === edge);
  }

  function goal(event, cell) {
    switch (event.key) {
      case 'Enter': return vertical(cell, event.shiftKey ? -1 : 1);
      case 'ArrowDown': return vertical(cell, 1);
      case 'ArrowUp': return vertical(cell, -1);
      case 'Tab': return horizontal(cell, event.shiftKey ? -1 : 1);
      case 'ArrowLeft': return !event.shiftKey && atEdge(cell, -1) ? horizontal(cell, -1) : null;
      case 'ArrowRight': return !event.shiftKey && atEdge(cell, 1) ? horizontal(cell, 1) : null;
      default: return null;
    }
  }

  function unfold(line) {
    const button = line.querySelector('.matrix-help');
    const text = line.querySelector('.matrix-definition');
    if (button && text) {
      text.hidden = !text.hidden;
      button.setAttribute('aria-expanded', String(!text.hidden));
    }
  }

  /** Lays a block over the cells from here on; what falls on a closed cell or beyond the table is left out. */
  function spread(cell, text) {
    const { lines, line, column } = place(cell);
    const block = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n').slice(0, MOST_LINES);
    const changed = [];
    block.forEach((row, down) => row.split('\t').forEach((value, right) => {
      const into = lines[line + down] && inColumn(lines[line + down], column + right);
      if (isOpen(into)) {
        const typed = value.trim().slice(0, LONGEST);
        into.value = into === document.activeElement ? digits(typed) ?? typed : grouped(typed);
        changed.push(into);
      }
    }));
    send(boxOf(cell), changed);
    cell.select();
  }

  /** Says what a cell is compared with to those who do not see it below the cell. */
  function describe(cell) {
    const said = boxOf(cell)?.classList.contains('matrix-comparing') && cell.closest('td').dataset.compared;
    if (said) {
      cell.setAttribute('aria-description', said.replaceAll('\n', '; '));
    } else {
      cell.removeAttribute('aria-description');
    }
  }

  function compare(button) {
    const on = boxOf(button).classList.toggle('matrix-comparing');
    button.setAttribute('aria-pressed', String(on));
  }

  /** A value that came from elsewhere than this keyboard. */
  document.addEventListener('matrix-applied', (event) => {
    const cell = cellOf(event);
    if (cell) {
      clearTimeout(timers.get(cell));
      sent.delete(cell);
      cell.value = cell === document.activeElement ? digits(event.detail) ?? event.detail : event.detail;
    }
  });

  document.addEventListener('beforeinput', (event) => {
    if (cellOf(event) && event.inputType === 'insertText' && event.data && !ALLOWED.test(event.data)) {
      event.preventDefault();
    }
  });

  document.addEventListener('focusin', (event) => {
    const cell = cellOf(event);
    if (cell) {
      describe(cell);
      cell.value = digits(cell.value) ?? cell.value;
      cell.select();
    }
  });

  document.addEventListener('focusout', (event) => {
    const cell = cellOf(event);
    if (cell) {
      send(boxOf(cell), [cell]);
      cell.value = grouped(cell.value);
    }
  });

  document.addEventListener('input', (event) => {
    const cell = cellOf(event);
    if (cell) {
      clearTimeout(timers.get(cell));
      // Half a number, such as a sign alone, is nobody's mistake yet.
      if (digits(cell.value) !== null) {
        timers.set(cell, setTimeout(() => cell.isConnected && send(boxOf(cell), [cell]), TYPING_PAUSE));
      }
    }
  });

  document.addEventListener('keydown', (event) => {
    const cell = cellOf(event);
    if (!cell || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === 'F1') {
      event.preventDefault();
      unfold(cell.closest('tr'));
      return;
    }
    const next = goal(event, cell);
    if (next) {
      event.preventDefault();
      next.focus();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      send(boxOf(cell), [cell]);
    }
  });

  document.addEventListener('paste', (event) => {
    const cell = cellOf(event);
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (isOpen(cell) && /[\t\n\r]/.test(text.replace(/[\r\n]+$/, ''))) {
      event.preventDefault();
      spread(cell, text);
    }
  });

  document.addEventListener('click', (event) => {
    const button = event.target.closest?.('.matrix-help');
    if (button) {
      unfold(button.closest('tr'));
    }
    const toggle = event.target.closest?.('.matrix-compare');
    if (toggle) {
      compare(toggle);
    }
  });
})();
