// Only makes better what works without: shrinks photos before they are sent, sends each file when
// it is chosen and shows how far it got, offers printing.
'use strict';

(() => {
  const LargePicture = 1.5 * 1024 * 1024; // bytes; smaller ones are sent as they are
  const LongestSide = 2400; // pixels: an A4 page at 200 dpi, with room to spare
  const JpegQuality = 0.85;

  function shrunk(file) {
    const isPicture = file.type === 'image/jpeg' || file.type === 'image/png';
    if (!isPicture || file.size <= LargePicture || !window.createImageBitmap)
      return Promise.resolve(file);
    return createImageBitmap(file).then((picture) => {
      const scale = Math.min(1, LongestSide / Math.max(picture.width, picture.height));
      const canvas = document.createElement('canvas');
      canvas.width = Math.round(picture.width * scale);
      canvas.height = Math.round(picture.height * scale);
      const context = canvas.getContext('2d');
      context.fillStyle = '#fff';
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.drawImage(picture, 0, 0, canvas.width, canvas.height);
      return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', JpegQuality));
    }).then((blob) => (blob && blob.size < file.size
      ? new File([blob], file.name.replace(/\.[^.]*$/, '') + '.jpg', { type: 'image/jpeg' })
      : file)).catch(() => file); // the server judges it as it is
  }

  function showAnswer(html, inputName) {
    const answer = new DOMParser().parseFromString(html, 'text/html');
    const content = answer.querySelector('main');
    if (!content)
      return false;
    document.querySelector('main').replaceWith(content);
    start();
    const input = inputName && document.getElementById(inputName);
    const error = document.getElementById(inputName + '.galat');
    const target = error || (input && input.closest('fieldset')) || document.getElementById('ringkasan');
    if (target)
      target.scrollIntoView({ block: 'center' });
    if (input)
      input.focus({ preventScroll: true });
    return true;
  }

  function send(form, input, files) {
    const body = new FormData();
    // What is typed beside the files goes along: the answer brings it back.
    for (const [name, value] of new FormData(form)) {
      if (typeof value === 'string')
        body.append(name, value);
    }
    for (const file of files)
      body.append(input.name, file, file.name);
    body.append('aksi', 'unggah');

    const bar = document.createElement('progress');
    const words = document.createElement('p');
    words.className = 'petunjuk';
    words.setAttribute('role', 'status');
    words.textContent = 'Mengunggah…';
    bar.max = 1;
    input.after(bar, words);
    input.hidden = true;
    form.inert = true;

    const request = new XMLHttpRequest();
    const failed = (text) => {
      bar.remove();
      words.className = 'galat';
      words.setAttribute('role', 'alert');
      words.textContent = text;
      input.value = '';
      input.hidden = false;
      form.inert = false;
      input.focus();
    };
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable)
        bar.value = event.loaded / event.total;
      if (event.loaded === event.total)
        words.textContent = 'Memeriksa berkas…';
    });
    request.addEventListener('load', () => {
      if (request.status === 413)
        failed('Berkas terlalu besar: paling besar 10 MB per berkas.');
      else if (request.status === 429)
        failed('Terlalu banyak permintaan. Tunggu satu menit, lalu pilih kembali berkasnya.');
      else if (!/\/(berkas|perbaiki)$/.test(new URL(request.responseURL).pathname))
        window.location.assign(request.responseURL); // the session has ended
      else if ((request.status !== 200 && request.status !== 422) || !showAnswer(request.responseText, input.name))
        failed('Berkas belum terkirim karena gangguan. Pilih kembali berkasnya.');
    });
    request.addEventListener('error', () => failed('Sambungan terputus. Pilih kembali berkasnya.'));
    request.open('POST', form.action);
    request.send(body);
  }

  function start() {
    for (const form of document.querySelectorAll('form[data-unggah]')) {
      for (const input of form.querySelectorAll('input[type=file]')) {
        input.addEventListener('change', () => {
          if (input.files.length > 0)
            Promise.all(Array.from(input.files, shrunk)).then((files) => send(form, input, files));
        });
      }
    }
    for (const button of document.querySelectorAll('[data-cetak]')) {
      button.hidden = false;
      button.addEventListener('click', () => window.print());
    }
  }

  start();
})();
