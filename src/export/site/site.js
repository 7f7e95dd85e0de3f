// The search and the buttons that copy quotes. Pages are readable without them.
"use strict";
(() => {
	const index = globalThis.lawatSearch;
	const root = document.currentScript.dataset.root;
	const box = document.querySelector("div.search");
	const panel = document.querySelector("div.results");
	const status = document.querySelector("p.status");
	if (!index || !box) return;
	const input = box.querySelector("input");
	const { texts } = index;
	const SHOWN = 5, MORE = 45, FEW_FILES = 8;

	// Words are folded as in the index: without case, accents and apostrophes.
	const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ς: "σ", ى: "ي", ی: "ي", ک: "ك", ة: "ه" };
	const MARKS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u00ad\u0640\u200b-\u200f\u2060-\u206f\ufe00-\ufe0f\ufeff'’‘ʼʻʿʾ`´′]/g;
	const ALONE = /(?:\p{sc=Han}|\p{sc=Hiragana}|[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])\p{M}*/gu;
	const fold = (text) => text.normalize("NFKD").toLowerCase().normalize("NFKD").replace(MARKS, "").replace(/./gu, (c) => LETTERS[c] ?? c);
	const wordsOf = (text) => fold(text).replace(ALONE, " $& ").match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

	// A file of the index, loaded once.
	const load = (name) => index.parts[name] ??= new Promise((done) => {
		const script = document.createElement("script");
		script.src = `${root}search/${name}.js`;
		script.onload = () => done(index.parts[name]);
		script.onerror = () => done("");
		document.head.append(script);
	});
	// The position of the last of ascending values that is not above `value`.
	const before = (values, value) => {
		let low = 0, high = values.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (values[middle] <= value) low = middle + 1; else high = middle;
		}
		return Math.max(0, low - 1);
	};
	const linesOf = async (start) => {
		const [first, last] = [before(index.words, start), before(index.words, start + "\u{10ffff}")];
		const parts = [];
		for (let at = first; at <= last && at < index.words.length; at++) parts.push(load("w" + at));
		return (await Promise.all(parts)).flatMap((part) => part.split("\n"));
	};

	// The edits between two words, up to `most`; neighbours exchanged are one edit.
	const distance = (one, other, most) => {
		if (Math.abs(one.length - other.length) > most) return most + 1;
		let rows = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
		for (let i = 1; i <= one.length; i++) {
			const row = [i];
			for (let j = 1; j <= other.length; j++) {
				const change = rows[1][j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1);
				row[j] = Math.min(rows[1][j] + 1, row[j - 1] + 1, change);
				if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], rows[0][j - 2] + 1);
			}
			if (Math.min(...row) > most) return most + 1;
			rows = [rows[1], row];
		}
		return rows[1][other.length];
	};

	// The words of the index that a word of the query stands for, with how well.
	const matches = async (term) => {
		const found = new Map();
		const exact = (await linesOf(term)).filter((line) => line.startsWith(term));
		for (const line of exact) {
			const word = line.slice(0, line.indexOf(" "));
			found.set(word, [word === term ? 1 : 0.5 + (0.3 * term.length) / word.length, line]);
		}
		if (found.size === 0 && term.length >= 4) {
			const most = term.length >= 8 ? 2 : 1;
			for (const line of await linesOf(index.words.length <= FEW_FILES ? "" : term.slice(0, 2))) {
				const word = line.slice(0, line.indexOf(" "));
				const far = Math.min(distance(term, word, most), 0.5 + distance(term, word.slice(0, term.length), most));
				if (far <= most) found.set(word, [0.4 / (1 + far), line]);
			}
		}
		return found;
	};

	// Entries with any of these words and their best scores.
	const scored = (found) => {
		const scores = new Map();
		for (const [level, line] of found.values()) {
			const numbers = line.slice(line.indexOf(" ") + 1).split(" ");
			const weight = level * Math.log(1 + index.count / numbers.length);
			let number = 0;
			for (const step of numbers) {
				number += parseInt(step, 36);
				const entry = number >> 1, score = weight * (number & 1 ? 0.4 : 1);
				if (!(scores.get(entry) >= score)) scores.set(entry, score);
			}
		}
		return scores;
	};

	// Entries with all words, by kind, best first.
	const find = async (text) => {
		const all = [...new Set(wordsOf(text))];
		const terms = all.filter((term) => term.length > 1 || !/[a-z]/.test(term)).slice(0, 8);
		if (terms.length === 0) return null;
		const found = await Promise.all(terms.map(matches));
		const [first, ...others] = found.map(scored).sort((one, other) => one.size - other.size);
		const entries = [];
		for (const [entry, score] of first) {
			if (others.every((scores) => scores.has(entry))) entries.push([entry, others.reduce((sum, scores) => sum + scores.get(entry), score)]);
		}
		const kinds = index.kinds.map(([heading], at) => ({ heading, at, entries: [] }));
		const starts = index.kinds.map((kind) => kind[1]);
		for (const entry of entries) kinds[before(starts, entry[0])].entries.push(entry);
		const marked = { terms, words: new Set(found.flatMap((words) => [...words.keys()])) };
		const groups = kinds.filter((kind) => kind.entries.length > 0);
		for (const group of groups) {
			group.count = group.entries.length;
			const best = group.entries.sort((one, other) => other[1] - one[1] || one[0] - other[0]).slice(0, SHOWN + MORE);
			group.entries = await Promise.all(best.map(async ([entry, score]) => {
				const file = before(index.docs, entry);
				const [address, title, detail] = (await load("d" + file))[entry - index.docs[file]] ?? ["", "", ""];
				// Words side by side are better than words apart, and a short text than a long one.
				const isPhrase = terms.length > 1 && wordsOf(title).join(" ").includes(terms.join(" "));
				return { address, title, detail, score: (score * (isPhrase ? 1.5 : 1)) / (1 + title.length / 1000) };
			}));
			group.entries.sort((one, other) => other.score - one.score);
		}
		groups.sort((one, other) => other.entries[0].score - one.entries[0].score || one.at - other.at);
		return { groups, marked };
	};

	const element = (name, className, ...content) => {
		const made = document.createElement(name);
		if (className) made.className = className;
		made.append(...content);
		return made;
	};
	const button = (className, label, act) => {
		const made = element("button", className, label);
		made.type = "button";
		made.onclick = act;
		return made;
	};
	const numberOf = (count) => count.toLocaleString(index.lang);
	// A text with its hits as marks.
	const marks = (text, { terms, words }) => text.split(/([\p{L}\p{M}\p{N}'’]+)/u).map((part, at) => {
		if (at % 2 === 0) return part;
		const isHit = wordsOf(part).some((word) => words.has(word) || terms.some((term) => word.startsWith(term)));
		return isHit ? element("mark", "", part) : part;
	});
	const row = ({ address, title, detail }, marked) => {
		const link = element("a", "", ...marks(title, marked));
		link.href = root + address;
		return element("li", "", link, element("p", "meta", ...marks(detail, marked)));
	};
	const section = ({ heading, count, entries }, marked) => {
		const rows = entries.map((entry) => row(entry, marked));
		const list = element("ul", "", ...rows.slice(0, SHOWN));
		const made = element("section", "", element("p", "group", heading, " ", element("span", "count", numberOf(count))), list);
		made.setAttribute("aria-label", heading);
		const more = rows.slice(SHOWN);
		if (more.length > 0) made.append(button("", texts.more.replace("#", more.length), ({ target }) => {
			list.append(...more);
			target.remove();
			more[0].firstChild.focus();
		}));
		return made;
	};
	const show = ({ groups, marked }) => {
		panel.replaceChildren(...groups.map((group) => section(group, marked)));
		const count = groups.reduce((sum, group) => sum + group.count, 0);
		status.textContent = count === 0 ? texts.none : count === 1 ? texts.one : texts.several.replace("#", numberOf(count));
		panel.hidden = count === 0;
	};
	const close = () => {
		panel.hidden = true;
		panel.replaceChildren();
		status.textContent = "";
	};

	let latest = 0;
	input.addEventListener("input", async () => {
		const own = ++latest;
		const found = await find(input.value);
		// A later query may have been faster.
		if (own !== latest) return;
		if (found) show(found); else close();
	});
	panel.addEventListener("click", (event) => {
		// It may lead to this page.
		if (event.target.closest("a")) close();
	});
	document.addEventListener("keydown", (event) => {
		const { key, target } = event;
		const isHere = target === input || panel.contains(target);
		if (key === "/" && !target.matches("input") && !event.ctrlKey && !event.metaKey && !event.altKey) {
			event.preventDefault();
			input.focus();
			input.select();
		} else if (key === "Enter" && target === input) {
			panel.querySelector("a")?.click();
		} else if (key === "Escape" && isHere) {
			close();
			input.focus();
		} else if ((key === "ArrowDown" || key === "ArrowUp") && isHere) {
			const places = [input, ...panel.querySelectorAll("a, button")];
			const next = places[places.indexOf(target) + (key === "ArrowDown" ? 1 : -1)];
			if (next) event.preventDefault();
			next?.focus();
		}
	});
	box.hidden = false;

	// Copying: words, speaker, place, date, sources, and the address.
	for (const figure of document.querySelectorAll("figure")) {
		const reference = figure.querySelector("p.ref");
		reference?.append(button("copy", texts.copy, async ({ target }) => {
			const lines = [...figure.querySelectorAll("p:not(.ref)")].map((line) => line.innerText.trim());
			const copied = navigator.clipboard?.writeText([...lines, reference.firstChild.href].join("\n"));
			target.textContent = await (copied ?? Promise.reject()).then(() => texts.copied, () => texts.failed);
			setTimeout(() => { target.textContent = texts.copy; }, 2000);
		}));
	}
})();
