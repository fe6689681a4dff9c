/** Words that people make secrets and sentences of. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `
abc about above access admin after again against all also always an and another any anything api apikey app
application are array as asdf ask at auth authentication authorization autumn bad bar base baseball batman battery baz
bearer because been before begin being below best better between big bit bits blank both bring brown but by byte bytes
cafebabe call came can cat cats change char character characters child client close code come company complex compose
config cookie cookies correct could crypto data database day deadbeef default demo dev development did django do
docker does dog dogs dolor done down dragon each easy empty encryption end env environment ever every everything
example express false fastify feel few file find first fixme flask foo football for fox from full generate generated
generator get github gitlab give go goes gone good great had hapi has hash hashed have he hello her here high his hmac
hold home horse house how hunter if iloveyou in into ipsum is it its java javascript jump jumps just jwt keep key
keyboard know koa kubernetes laravel large last lazy least leave left length letmein life like line list little live
local localhost login long look lorem love low made make man many master may me men might minimum missing mongo monkey
more most move much must my mysql name nan need nest never new next nextauth night no node none not nothing now null
number nuxt oauth object of off old one only onto open option options or other our out over page pass passphrase
passwd password people php phrase play please postgres princess private prod production public put python quick qux
qwerty rails random randomly react really redis refresh remix replace right root ruby run rust safe salt salted sample
say school second secret secretkey secrets secure see server session sessions set setting settings shadow she short
should sign signature signed signer signing simple site small so some somebody someone something spring staging stand
staple start starwars stop string strong such summer sunshine super superman svelte symfony take tell temporary test
testing text than that the their them then there these they think this those through time to todo token top true trust
try turn type typescript undefined under unique unset up use used user using value variable very want was way we web
webapp website welcome were what when where which while who why will winter with within without woman word words work
world would year yes you young your zxcv
`.split(/\s+/),
)

/** Pairs of letters that are 19 in 20 of those in English words, and 7 in 20 of all: first letter, then what follows it. */
export const LETTER_PAIRS: ReadonlySet<string> = new Set(
  'abcdgiklmnprstuvy baeilorsu cacehiklorstuy dadeilorsu eabcdefgilmnpqrstvwx faefiloruy gaeghilnorsu haeiort iabcdefglmnoprstvxz jeo keis ladeilostuy mabeimopsu nacdefgiknostuv oabcdfgiklmnoprstuvw paeiloprstu qu racdegiklmnorstuvy sacehiklopstuy tacehilorstuy uabcdegilmnprst vaei waehinor xeipt yps ze'
    .split(' ')
    .flatMap(([first = '', ...next]) => next.map((second) => first + second)),
)

/** Keys that lie side by side, in rows and in columns. */
export const WALKS =
  '1234567890 qwertyuiop qwertzuiop azertyuiop asdfghjkl zxcvbnm yxcvbnm 1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p qazwsxedcrfvtgbyhnujmikolp'

/** Texts that look random and that everybody knows. */
export const FAMOUS: readonly string[] = [
  // π, e, the golden ratio, and the square roots of 2 and 3
  '3.1415926535897932384626433832795028841971693993751058209749445923078164062862089986280348253421170679',
  '2.7182818284590452353602874713526624977572470936999595749669676277240766303535475945713821785251664274',
  '1.61803398874989484820458683436563811772030917980576',
  '1.41421356237309504880168872420969807856967187537694',
  '1.73205080756887729352744634150587236694280525381038',
  // UUIDs of RFC 4122, RFC 9562 and of examples
  'f81d4fae-7dec-11d0-a765-00a0c91e6bf6',
  '7d444840-9dc0-11d1-b245-5ffdce74fad2',
  'e902893a-9d22-3c7e-a7b8-d6e313b71d9f',
  '6ba7b810-9dad-11d1-80b4-00c04fd430c8',
  'c232ab00-9414-11ec-b3c8-9f6bdeced846',
  '5df41881-3aed-3515-88a7-2f4a814cf09e',
  '919108f7-52d1-4320-9bac-f847db4148a8',
  '2ed6657d-e927-568b-95e1-2665a8aea6a2',
  '1ec9414c-232a-6b00-b3c8-9f6bdeced846',
  '017f22e2-79b0-7cc3-98c4-dc0c0c07398f',
  '2489e9ad-2ee2-8e00-8ec9-32d5f69181c0',
  '5c146b14-3c52-8afd-938a-375d0df1fbf6',
  '550e8400-e29b-41d4-a716-446655440000',
  '123e4567-e89b-12d3-a456-426614174000',
  // hashes of nothing and of "password"
  'd41d8cd98f00b204e9800998ecf8427e',
  'da39a3ee5e6b4b0d3255bfef95601890afd80709',
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '5f4dcc3b5aa765d61d8327deb882cf99',
  '5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8',
  '5e884898da28047151d0e56f8dc6292773603d0d6aabbd62a11ef721d1542d8',
  // of the documentation of Flask, FastAPI, iron-session and Hardhat
  '192b9bdd22ab9ed4d12e236c78afcb9a393ec15f71bbf5dc987d54727823bcbf',
  'a0zr98j/3yx r~xhh!jmn]lwx/,?rt',
  '09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7',
  '2gyz3gdw3lhzqkdhpmpdl3sjrevrxpr8',
  'ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80',
]
