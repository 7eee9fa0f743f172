//! The reference's parts in the new package, with the layouts that it lacks.

use super::layouts::{Role, set_levels, set_sizes};
use super::places::holders;
use super::taken::Taken;
use super::{MASTER_ID, Reference};
use crate::opc::relationships;
use crate::opc::xml::{Element, Node};
use crate::write::ooxml::{RelationshipKind as Relation, Relationships as Relations};
use crate::write::pptx::design::{Design, LAYOUTS, MASTER, Seat, THEME, TextStyle};
use crate::write::pptx::master::{Kind, Master};
use crate::write::pptx::shape::{all, el};

impl Reference {
    /// The design of a deck by this reference; `master` is this writer's, on the sheet of [`applied`](Self::applied).
    pub fn design(&self, master: &Master<'_>, tiles: usize) -> Design {
        let mut design = Design { text: self.text(), ..Design::default() };
        let roles = Role::ALL.map(|role| (role, self.layouts.iter().position(|l| l.role == Some(role))));
        for (at, layout) in self.layouts.iter().enumerate() {
            let role = roles.iter().find(|(_, of)| *of == Some(at)).map(|(role, _)| *role);
            let root = match role {
                Some(role) => {
                    let (root, seats) = layout.seated(role, at + 1, master);
                    design.seats.extend(seats);
                    root
                }
                None => layout.taken.root.clone(),
            };
            let mut relations = Relations::default();
            relations.add(Relation::SlideMaster, "../slideMasters/slideMaster1.xml");
            let path = format!("{LAYOUTS}/slideLayout{}.xml", at + 1);
            design.put(&path, &root, &layout.taken, relations);
        }
        let mut count = self.layouts.len();
        for kind in Kind::all(tiles) {
            if design.seat(kind).is_none() {
                count += 1;
                design.add_layout(count, super::recoloured(master.layout_tree(kind)).to_part());
                design.seats.push(Seat::own(kind, count));
            }
        }
        let mut relations = Relations::default();
        for number in 1..=count {
            relations.add(Relation::SlideLayout, &format!("../slideLayouts/slideLayout{number}.xml"));
        }
        relations.add(Relation::Theme, "../theme/theme1.xml");
        design.put(MASTER, &self.master(master, count), &self.master, relations);
        design.put(THEME, &self.theme.root, &self.theme, Relations::default());
        design.parts.extend(self.media.clone());
        design
    }

    /// Whether unordered lists have bullets of the reference's own.
    fn text(&self) -> TextStyle {
        let level = self.master.root.find("p:txStyles").and_then(|styles| styles.find("p:bodyStyle"));
        let level = level.and_then(|style| style.find("a:lvl1pPr"));
        let own = level.is_some_and(|level| {
            level.elements().any(|e| ["a:buChar", "a:buBlip"].contains(&e.name.as_str()))
        });
        TextStyle { is_bulleted: true, has_bullets: own }
    }

    /// The master with the layouts of the new package and the sizes of this writer's type.
    fn master(&self, own: &Master<'_>, layouts: usize) -> Element {
        let (sheet, mut root) = (own.sheet, self.master.root.clone());
        let (sizes, gap) = (sheet.sizes, sheet.grid.paragraph_gap);
        for holder in holders(&root.clone(), &[]) {
            let size = match holder.kind {
                "title" => (sizes.heading2, 0.0),
                "body" => (sizes.body, gap),
                _ => continue,
            };
            let tree = root.find_mut("p:cSld").and_then(|slide| slide.find_mut("p:spTree"));
            if let Some(Node::Element(shape)) = tree.and_then(|tree| tree.children.get_mut(holder.at)) {
                set_sizes(shape, size.0, size.1, sheet);
            }
        }
        if let Some(styles) = root.find_mut("p:txStyles") {
            for (name, size, before) in
                [("p:titleStyle", sizes.heading2, 0.0), ("p:bodyStyle", sizes.body, gap)]
            {
                if let Some(style) = styles.find_mut(name) {
                    set_levels(style, size, before, sheet);
                }
            }
        }
        let ids = (1..=layouts).map(|place| {
            let id = (MASTER_ID as usize + place).to_string();
            el("p:sldLayoutId").with("id", id).with("r:id", format!("rId{place}"))
        });
        let list = all(el("p:sldLayoutIdLst"), ids);
        for node in &mut root.children {
            if matches!(node, Node::Element(e) if e.name == "p:sldLayoutIdLst") {
                *node = Node::Element(list.clone());
            }
        }
        root
    }
}

impl Design {
    /// Adds a part of the reference: its pictures keep their ids under a name that no other relationship has.
    fn put(&mut self, path: &str, root: &Element, of: &Taken, mut relations: Relations) {
        let mut root = root.clone();
        for (id, picture) in of.pictures() {
            let new = format!("picture-{id}");
            root.walk_mut(&mut |element| {
                for (name, value) in &mut element.attributes {
                    if name.starts_with("r:") && value == id {
                        value.clone_from(&new);
                    }
                }
            });
            relations.add_as(&new, Relation::Image, &format!("../{}", picture.trim_start_matches("ppt/")));
        }
        self.text_part(path, root.to_part());
        if !relations.is_empty() {
            self.text_part(&relationships(path), relations.part());
        }
    }
}
