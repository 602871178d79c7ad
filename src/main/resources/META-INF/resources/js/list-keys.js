// Hears single keys for a list, wherever in the page they are pressed, but never while somebody types or a dialog is open.
(function () {
  if (window.baosongListKeys) {
    return;
  }

  const TYPING = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true], [contenteditable=""]';
  const PRESSED = 'a, button, vaadin-button, [role=button], [role=tab], [role=menuitem], input, vaadin-tab';
  const OPEN = 'vaadin-dialog[opened], vaadin-dialog-overlay[opened], vaadin-confirm-dialog[opened], '
    + 'vaadin-confirm-dialog-overlay[opened], vaadin-select-overlay[opened], vaadin-combo-box-overlay[opened], '
    + 'vaadin-combo-box[opened], vaadin-select[opened]';

  function taken(event) {
    const target = event.composedPath()[0];
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) {
      return true;
    }
    if (!(target instanceof Element)) {
      return false;
    }
    return target.matches(TYPING) || (event.key === 'Enter' && target.closest(PRESSED) !== null)
      || document.querySelector(OPEN) !== null;
  }

  function start(host, keys) {
    const known = keys.split(' ');
    const listener = (event) => {
      if (!host.isConnected) {
        document.removeEventListener('keydown', listener);
        return;
      }
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      if (!known.includes(key) || taken(event)) {
        return;
      }
      event.preventDefault();
      host.$server.press(key);
    };
    document.addEventListener('keydown', listener);
  }

  window.baosongListKeys = { start };
})();
