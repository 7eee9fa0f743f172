//! serde's side of [`InLanguage`]: each kind of value that a type may tell of itself, in the manner of JSON.

use std::fmt::Error;

use serde::Serialize;
use serde::ser::{
    SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};
use tera::value::Key;

use super::{InLanguage, Plain};

/// What serde gets back.
type PlainResult = Result<Plain, Error>;

fn leaf(value: impl Into<tera::Value>) -> PlainResult {
    Ok(Plain::Leaf(value.into()))
}

/// A list on its way; that of a variant stands under its name.
pub struct List<'s> {
    of: &'s InLanguage<'s>,
    variant: Option<&'static str>,
    values: Vec<Plain>,
}

/// An object on its way; that of a variant stands under its name.
pub struct Fields<'s> {
    of: &'s InLanguage<'s>,
    variant: Option<&'static str>,
    /// The key whose value comes next.
    key: Option<Key<'static>>,
    fields: Vec<(Key<'static>, Plain)>,
}

impl List<'_> {
    fn push<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.values.push(value.serialize(self.of)?);
        Ok(())
    }

    fn finish(self) -> PlainResult {
        Ok(self.of.under(self.variant, Plain::List(self.values)))
    }
}

impl Fields<'_> {
    fn field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        self.fields.push((Key::Str(name), value.serialize(self.of)?));
        Ok(())
    }

    fn finish(self) -> PlainResult {
        Ok(self.of.under(self.variant, Plain::object(self.fields, self.of)))
    }
}

impl SerializeSeq for List<'_> {
    type Ok = Plain;
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.push(value)
    }

    fn end(self) -> PlainResult {
        self.finish()
    }
}

impl SerializeTuple for List<'_> {
    type Ok = Plain;
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.push(value)
    }

    fn end(self) -> PlainResult {
        self.finish()
    }
}

impl SerializeTupleStruct for List<'_> {
    type Ok = Plain;
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.push(value)
    }

    fn end(self) -> PlainResult {
        self.finish()
    }
}

impl SerializeTupleVariant for List<'_> {
    type Ok = Plain;
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.push(value)
    }

    fn end(self) -> PlainResult {
        self.finish()
    }
}

impl SerializeMap for Fields<'_> {
    type Ok = Plain;
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        let Plain::Leaf(key) = key.serialize(self.of)? else { return Err(Error) };
        self.key = Some(match key.as_str() {
            Some(text) => self.of.key(text),
            None => self.of.key(&key.to_string()),
        });
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        let key = self.key.take().ok_or(Error)?;
        self.fields.push((key, value.serialize(self.of)?));
        Ok(())
    }

    fn end(self) -> PlainResult {
        self.finish()
    }
}

impl SerializeStruct for Fields<'_> {
    type Ok = Plain;
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        self.field(name, value)
    }

    fn end(self) -> PlainResult {
        self.finish()
    }
}

impl SerializeStructVariant for Fields<'_> {
    type Ok = Plain;
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        self.field(name, value)
    }

    fn end(self) -> PlainResult {
        self.finish()
    }
}

impl<'s> Serializer for &'s InLanguage<'s> {
    type Ok = Plain;
    type Error = Error;
    type SerializeSeq = List<'s>;
    type SerializeTuple = List<'s>;
    type SerializeTupleStruct = List<'s>;
    type SerializeTupleVariant = List<'s>;
    type SerializeMap = Fields<'s>;
    type SerializeStruct = Fields<'s>;
    type SerializeStructVariant = Fields<'s>;

    fn serialize_bool(self, v: bool) -> PlainResult {
        leaf(v)
    }

    fn serialize_i8(self, v: i8) -> PlainResult {
        self.serialize_i64(v.into())
    }

    fn serialize_i16(self, v: i16) -> PlainResult {
        self.serialize_i64(v.into())
    }

    fn serialize_i32(self, v: i32) -> PlainResult {
        self.serialize_i64(v.into())
    }

    fn serialize_i64(self, v: i64) -> PlainResult {
        u64::try_from(v).map_or_else(|_| leaf(v), leaf)
    }

    fn serialize_u8(self, v: u8) -> PlainResult {
        self.serialize_u64(v.into())
    }

    fn serialize_u16(self, v: u16) -> PlainResult {
        self.serialize_u64(v.into())
    }

    fn serialize_u32(self, v: u32) -> PlainResult {
        self.serialize_u64(v.into())
    }

    fn serialize_u64(self, v: u64) -> PlainResult {
        leaf(v)
    }

    fn serialize_f32(self, v: f32) -> PlainResult {
        self.serialize_f64(v.into())
    }

    fn serialize_f64(self, v: f64) -> PlainResult {
        if v.is_finite() { leaf(v) } else { Ok(Plain::Null) }
    }

    fn serialize_char(self, v: char) -> PlainResult {
        leaf(v)
    }

    fn serialize_str(self, v: &str) -> PlainResult {
        leaf(v)
    }

    fn serialize_bytes(self, v: &[u8]) -> PlainResult {
        self.collect_seq(v)
    }

    fn serialize_none(self) -> PlainResult {
        Ok(Plain::Null)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, v: &T) -> PlainResult {
        v.serialize(self)
    }

    fn serialize_unit(self) -> PlainResult {
        Ok(Plain::Null)
    }

    fn serialize_unit_struct(self, _: &'static str) -> PlainResult {
        Ok(Plain::Null)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> PlainResult {
        leaf(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, v: &T) -> PlainResult {
        v.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        v: &T,
    ) -> PlainResult {
        Ok(self.under(Some(variant), v.serialize(self)?))
    }

    fn serialize_seq(self, len: Option<usize>) -> Result<List<'s>, Error> {
        Ok(List { of: self, variant: None, values: Vec::with_capacity(len.unwrap_or_default()) })
    }

    fn serialize_tuple(self, len: usize) -> Result<List<'s>, Error> {
        self.serialize_seq(Some(len))
    }

    fn serialize_tuple_struct(self, _: &'static str, len: usize) -> Result<List<'s>, Error> {
        self.serialize_seq(Some(len))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<List<'s>, Error> {
        Ok(List { variant: Some(variant), ..self.serialize_seq(Some(len))? })
    }

    fn serialize_map(self, len: Option<usize>) -> Result<Fields<'s>, Error> {
        let fields = Vec::with_capacity(len.unwrap_or_default());
        Ok(Fields { of: self, variant: None, key: None, fields })
    }

    fn serialize_struct(self, _: &'static str, len: usize) -> Result<Fields<'s>, Error> {
        self.serialize_map(Some(len))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<Fields<'s>, Error> {
        Ok(Fields { variant: Some(variant), ..self.serialize_map(Some(len))? })
    }
}
