import { known } from '../core/words/known.js'
import type { Locale } from '../core/words/messages.js'

/**
 * Indonesian.
 * Reviewed: 2026-11-28 (twice)
 */
export const id: Locale = {
  locale: 'id',
  dir: 'ltr',
  title: 'Cookie di situs ini',
  description:
    'Dengan persetujuan Anda, kami{partners} menyimpan dan membaca data di perangkat Anda untuk: {purposes}. Anda dapat menolak dan mengubah pilihan kapan saja.',
  partners: ' dan mitra kami',
  notice:
    'Kami{partners} menyimpan dan membaca data di perangkat Anda untuk: {purposes}. Anda dapat menolak kapan saja.',
  dismiss: 'OK',
  privacyChoices: 'Pilihan privasi Anda',
  changes: 'Baru sejak pilihan terakhir Anda: {changes}',
  gpc: 'Permintaan penolakan dipenuhi: peramban Anda meminta situs tidak menjual atau membagikan data Anda (Global Privacy Control).',
  accept: 'Terima cookie',
  reject: 'Tolak cookie',
  customize: 'Sesuaikan',
  policy: 'Kebijakan privasi',
  preferences: 'Preferensi cookie',
  preferencesDescription:
    'Pilih apa yang boleh disimpan situs ini. Pilihan Anda berlaku selama {duration}, lalu kami akan bertanya lagi.',
  save: 'Simpan pilihan',
  saved: 'Preferensi cookie disimpan.',
  close: 'Tutup',
  alwaysActive: 'Selalu aktif',
  cookies: 'Cookie ({count})',
  serviceCount: 'Layanan ({count})',
  storage: 'Penyimpanan peramban',
  session: 'Sesi',
  cookie: 'Cookie',
  provider: 'Penyedia',
  purpose: 'Tujuan',
  duration: 'Durasi',
  category: 'Kategori',
  thisSite: 'Situs ini',
  notStated: 'Tidak disebutkan',
  frame: 'Konten ini berasal dari {name}. Penyedianya akan mengetahui kunjungan Anda dan dapat memasang cookie.',
  showOnce: 'Tampilkan sekali',
  showAlways: 'Selalu tampilkan',
  categories: /* @__PURE__ */ known({
    essential: [
      'Cookie esensial',
      'Diperlukan agar situs berfungsi, seperti untuk masuk, keamanan, dan pilihan ini.',
      'fungsi dasar situs',
    ],
    functional: ['Cookie fungsional', 'Mengingat preferensi Anda, seperti bahasa dan tema.', 'preferensi Anda'],
    analytics: [
      'Cookie analitik',
      'Menunjukkan bagaimana situs digunakan agar kami dapat meningkatkannya.',
      'statistik',
    ],
    marketing: ['Cookie pemasaran', 'Menampilkan iklan sesuai minat Anda dan mengukur hasilnya.', 'iklan'],
    social: [
      'Cookie media sosial',
      'Menampilkan konten jejaring sosial, yang akan mengetahui kunjungan Anda.',
      'media sosial',
    ],
  }),
}
