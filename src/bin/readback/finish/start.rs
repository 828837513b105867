//! The scripts of the program go into the page that starts it, and those of its worker into one.
//!
//! Apart from what the page shows. A module's script, or one that another asks for, is refused where
//! a host does not say that it is one, and each would be one more thing to wait for.

use super::html::{between, element, replace};
use super::{Error, INDEX, Program, Site, WORKERS};

/// What `assets/shell.js` waits for.
const STARTED: &str = "TrunkApplicationStarted";

/// What `assets/shell.js` promises, and then `assets/first.js`: the program is fetched once the text has
/// been painted and the words are here.
const PAINTED: &str = "self.painted.then(hear)";

/// Puts the scripts into the page, at its end, and takes away their files.
pub(crate) fn step(site: &mut Site) -> Result<(), Error> {
    let page = site.text(INDEX)?;
    let start = find(page).ok_or_else(|| {
        let why = "does not start the program as a build does: is it finished already?";
        Error::new(INDEX, why)
    })?;
    let path = start.script.to_owned();
    let script = inline(&path, site.text(&path)?, start.module)?;
    let mut page = replace(INDEX, page, start.element, "")?;
    while let Some(link) = element(&page, "link", "preload", ">").map(str::to_owned) {
        page = page.replace(&link, "");
    }
    let page = replace(INDEX, &page, "</body>", &format!("{script}</body>"))?;
    site.put(INDEX, page.replace("</script><script>", ";"));
    site.remove(&path);
    WORKERS.iter().try_for_each(|program| join(site, program))
}

/// A worker's script goes into the one that asks for it.
fn join(site: &mut Site, program: &Program) -> Result<(), Error> {
    let (loader, script) = (program.loader(), program.script());
    let import = format!(r#"importScripts("./{script}")"#);
    let parts = site.text(&loader)?.split_once(&import);
    let (before, after) = parts.ok_or_else(|| Error::new(&loader, format!("has no {import}")))?;
    let after = after.trim_start_matches([',', ';']);
    let joined = format!("{before}{};{after}", site.text(&script)?);
    site.put(loader, joined);
    site.remove(&script);
    Ok(())
}

/// How a build has the program started.
struct Start<'a> {
    /// The whole element that does it.
    element: &'a str,
    /// The path of the script.
    script: &'a str,
    /// The path of the module.
    module: &'a str,
}

fn find(page: &str) -> Option<Start<'_>> {
    let element = element(page, "script", "import init", "</script>")?;
    Some(Start {
        element,
        script: between(element, "from './", "'")?,
        module: between(element, "module_or_path: './", "'")?,
    })
}

/// The element that has the script in it and starts the program.
fn inline(path: &str, script: &str, module: &str) -> Result<String, Error> {
    let (script, init) = without_exports(script)
        .ok_or_else(|| Error::new(path, "exports no function that starts the program"))?;
    if script.contains("</script") {
        return Err(Error::new(
            path,
            "cannot stand in a page: it has </script in it",
        ));
    }
    Ok(format!(
        r#"<script type="module">{script}{PAINTED}.then(()=>{init}({{module_or_path:"./{module}"}})).then(()=>dispatchEvent(new Event("{STARTED}")))</script>"#
    ))
}

/// The script as no module of its own, and the name of the function that starts the program.
fn without_exports(script: &str) -> Option<(&str, &str)> {
    let (code, exports) = script.rsplit_once("export")?;
    let names = between(exports, "{", "}")?.split(',');
    let init = names
        .map(str::trim)
        .find_map(|name| name.strip_suffix(" as default"))?;
    Some((code, init))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_moves_into_the_page() {
        let mut site = Site::default();
        site.put(
            INDEX,
            "<head><script type=module>import init, * as bindings from './app-1.js';\n\
             const wasm = await init({ module_or_path: './app-1_bg.wasm' });</script>\
             <link href=./app-1.js rel=modulepreload>\
             <link as=fetch href=./app-1_bg.wasm rel=preload></head><body>Tides</body>",
        );
        site.put("app-1.js", "let a=1;export{a as initSync,b as default};\n");
        for program in &WORKERS {
            let loader = format!(
                "importScripts(\"./{}\"),wasm_bindgen({{}});",
                program.script()
            );
            site.put(program.script(), "let c=1;");
            site.put(program.loader(), loader);
        }
        step(&mut site).unwrap();
        let script = format!(
            "let a=1;{PAINTED}.then(()=>b({{module_or_path:\"./app-1_bg.wasm\"}}))\
             .then(()=>dispatchEvent(new Event(\"{STARTED}\")))"
        );
        let page =
            format!("<head></head><body>Tides<script type=\"module\">{script}</script></body>");
        assert_eq!(site.text(INDEX), Ok(&*page));
        let workers = ["examiner_loader.js", "tutor_loader.js"];
        for loader in workers {
            assert_eq!(site.text(loader), Ok("let c=1;;wasm_bindgen({});"));
        }
        assert_eq!(site.paths(), [workers[0], INDEX, workers[1]]);
        let again = step(&mut site).unwrap_err().to_string();
        assert!(again.contains("finished already"), "{again}");
    }
}
